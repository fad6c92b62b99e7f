import { Logger, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';

import { AnswersInterceptor } from './answers.interceptor.ts';
import { HealthzController } from './healthz.controller.ts';
import { ProblemFilter } from './problem.filter.ts';
import { RequestPipe } from './request-pipe.ts';

/** How every request is read and every answer written. */
@Module({
  controllers: [HealthzController],
  providers: [
    { provide: Logger, useFactory: () => new Logger('http') },
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: AnswersInterceptor },
  ],
})
export class HttpModule {}
