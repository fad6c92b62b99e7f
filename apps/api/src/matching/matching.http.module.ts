import { MatchingModule } from '@app/matching';
import { Module } from '@nestjs/common';

import { MatchingController } from './matching.controller.ts';

@Module({ imports: [MatchingModule], controllers: [MatchingController] })
export class MatchingHttpModule {}
