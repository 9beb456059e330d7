import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Readiness } from './readiness.js';

@Injectable()
export class DatabaseCheck implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.readiness.register('database', () => this.uow.query('SELECT 1'));
  }
}
