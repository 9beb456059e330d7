import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { QUEUES } from './job.js';
import { QUEUE_BACKEND, type QueueBackend } from './queue.backend.js';

/** Listens to the queues' errors (an unheard one ends the process) and closes them before the pool that they share. */
@Injectable()
export class QueueConnections implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(QueueConnections.name);

  constructor(
    private readonly moduleRef: ModuleRef,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
  ) {}

  onApplicationBootstrap(): void {
    for (const queue of this.queues()) queue.on('error', (error) => this.log.warn(`queue ${queue.name}: ${error.message}`));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.queues().map((queue) => queue.close()));
    await this.backend.close();
  }

  private queues(): Queue[] {
    return QUEUES.map((name) => this.moduleRef.get<Queue>(getQueueToken(name), { strict: false }));
  }
}
