import { type DynamicModule, Module } from '@nestjs/common';

import { PlatformModule, type PlatformOptions } from './platform.module.ts';

/** The features of the api, a line each. */
const features: NonNullable<DynamicModule['imports']> = [];

@Module({})
export class ApiModule {
  static compose(platform: PlatformOptions): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.connect(platform), ...features] };
  }
}
