import { Module } from '@nestjs/common';

import { Search } from './search.ts';

@Module({ providers: [Search], exports: [Search] })
export class SearchModule {}
