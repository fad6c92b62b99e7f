import { Register } from '@app/identity';
import { Registered, RegisterRequest } from '@app/wire/identity';
import { Body, Controller, Post, SerializeOptions } from '@nestjs/common';

import { Public } from '../auth/public.ts';
import { ClientAddress } from '../http/client-address.ts';

@Controller('registrations')
export class RegistrationsController {
  constructor(private readonly register: Register) {}

  @Public()
  @Post()
  @SerializeOptions({ schema: Registered })
  create(
    @Body({ schema: RegisterRequest }) body: RegisterRequest,
    @ClientAddress() address: string | undefined,
  ): Promise<Registered> {
    return this.register.run({ ...body, address });
  }
}
