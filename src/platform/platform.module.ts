import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditEntities, AuditModule } from './audit/audit.module.js';
import { CONFIG, type AppConfig } from './config/config.js';
import { BusinessClockEntity } from './database/business-clock.entity.js';
import { BusinessClock } from './database/business-clock.js';
import { dataSourceOptions, type EntityClass } from './database/data-source.js';
import { SettingEntity } from './database/setting.entity.js';
import { Settings } from './database/settings.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { DomainEvents } from './events/domain-events.js';
import { IdempotencyKeyEntity } from './http/idempotency-key.entity.js';
import { MailModule } from './mail/mail.module.js';
import { ObservabilityModule } from './observability/observability.module.js';
import { OutboxEntity } from './queue/outbox.entity.js';
import { BlobStore } from './storage/index.js';
import { QueueModule } from './queue/queue.module.js';

/** Tables the platform itself owns. */
export const platformEntities: EntityClass[] = [BusinessClockEntity, SettingEntity, IdempotencyKeyEntity, OutboxEntity, ...auditEntities];

export interface PlatformOptions {
  /** The entities of all modules in the application; the platform's own are added. */
  readonly entities: readonly EntityClass[];
  /** Only some modules are loaded (tests do that), so that jobs may lack their handlers. */
  readonly partial?: boolean;
}

/** What every module may inject without importing anything. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: AppConfig, { entities, partial = false }: PlatformOptions): DynamicModule {
    const shared = [UnitOfWork, DomainEvents, BusinessClock, Settings, BlobStore];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.databaseUrl, [...new Set([...platformEntities, ...entities])]),
          retryAttempts: 0,
        }),
        ObservabilityModule,
        AuditModule,
        MailModule,
        QueueModule.forRoot(config, { works: config.role !== 'web', checkHandlers: !partial }),
      ],
      providers: [{ provide: CONFIG, useValue: config }, ...shared],
      exports: [CONFIG, ...shared],
    };
  }
}
