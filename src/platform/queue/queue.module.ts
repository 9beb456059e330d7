import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AdvisoryLock } from './advisory-lock.js';
import { HandlerRegistry } from './handler.registry.js';
import { JobRunner } from './job.runner.js';
import { QUEUES } from './job.js';
import { JobsAdminService } from './jobs-admin.service.js';
import { Jobs } from './jobs.js';
import { JobsQueries } from './jobs.queries.js';
import { OutboxRelay } from './outbox.relay.js';
import { OutboxRepository } from './outbox.repository.js';
import { QUEUE_BACKEND } from './queue.backend.js';
import { chooseBackend, type QueueAddresses } from './queue.connection.js';
import { QueueConnections } from './queue.connections.js';
import { QueueMonitor } from './queue.monitor.js';
import { QUEUE_OPTIONS, type QueueModuleOptions } from './queue.options.js';
import { QueueRetention } from './queue.retention.js';
import { Reconciler } from './reconciler.js';
import { Schedule } from './schedule.js';
import { WorkerHost } from './worker.host.js';

/** Background jobs: `Jobs` to ask for them, `@Handles` to work them off, `Schedule` for what recurs. UnitOfWork and DataSource come from the platform. */
@Module({})
export class QueueModule {
  static forRoot(addresses: QueueAddresses, options: QueueModuleOptions): DynamicModule {
    const backend = chooseBackend(addresses);
    return {
      module: QueueModule,
      global: true,
      imports: [DiscoveryModule, BullModule.forRoot(backend.queueOptions), BullModule.registerQueue(...QUEUES.map((name) => ({ name })))],
      providers: [
        { provide: QUEUE_BACKEND, useValue: backend },
        { provide: QUEUE_OPTIONS, useValue: options },
        AdvisoryLock,
        HandlerRegistry,
        JobRunner,
        Jobs,
        JobsAdminService,
        JobsQueries,
        OutboxRelay,
        OutboxRepository,
        QueueConnections,
        QueueMonitor,
        QueueRetention,
        Reconciler,
        Schedule,
        WorkerHost,
      ],
      exports: [Jobs, JobsAdminService, JobsQueries, Reconciler, Schedule, QUEUE_BACKEND, QUEUE_OPTIONS],
    };
  }
}
