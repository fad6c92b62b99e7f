import { PrivacyModule } from '@app/privacy';
import { Module } from '@nestjs/common';

import { ErasureController } from './erasure.controller.ts';
import { ExportsController } from './exports.controller.ts';

@Module({ imports: [PrivacyModule], controllers: [ExportsController, ErasureController] })
export class PrivacyHttpModule {}
