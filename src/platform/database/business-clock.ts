import { Injectable } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

/** Business time as the database tells it (`gate_now()`); tests shift it, leases and locks do not use it. */
@Injectable()
export class BusinessClock {
  constructor(private readonly uow: UnitOfWork) {}

  async now(): Promise<Date> {
    const [row] = await this.uow.query<{ now: Date }>('SELECT gate_now() AS now');
    if (!row) throw new Error('business_clock is empty');
    return row.now;
  }
}
