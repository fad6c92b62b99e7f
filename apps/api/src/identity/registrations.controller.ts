import { Register } from '@app/identity';
import { Registered, RegisterRequest } from '@app/wire/identity';
import { Body, Controller, Post, SerializeOptions } from '@nestjs/common';

import { Public } from '../auth/public.ts';

@Controller('registrations')
export class RegistrationsController {
  constructor(private readonly register: Register) {}

  @Public()
  @Post()
  @SerializeOptions({ schema: Registered })
  create(@Body({ schema: RegisterRequest }) body: RegisterRequest): Promise<Registered> {
    return this.register.run(body);
  }
}
