import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { handledJob, type JobHandler } from './handles.js';
import { jobCatalogue } from './job.js';

/** Which provider's method works off which job. */
@Injectable()
export class HandlerRegistry {
  private readonly handlers = new Map<string, JobHandler<unknown>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /**
   * Reads the decorators of all providers.
   * @param complete every defined job must have its handler; not so where only some modules are loaded.
   * @throws naming every job without a handler or with two.
   */
  load({ complete = true } = {}): void {
    const found = this.discover();
    const faults = jobCatalogue().flatMap(({ name }) => {
      const owners = found.filter((handler) => handler.job === name).map((handler) => handler.owner);
      if (owners.length === 0) return !complete ? [] : [`job ${name} has no handler`];
      return owners.length > 1 ? [`job ${name} has ${owners.length} handlers: ${owners.join(', ')}`] : [];
    });
    if (faults.length > 0) throw new Error(faults.join('; '));
    for (const { job, handle } of found) this.handlers.set(job, handle);
  }

  handlerOf(job: string): JobHandler<unknown> | undefined {
    return this.handlers.get(job);
  }

  private discover(): { job: string; owner: string; handle: JobHandler<unknown> }[] {
    const instances = new Set(this.discovery.getProviders().map((wrapper) => wrapper.instance as unknown));
    return [...instances].flatMap((instance) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const methods = instance as Record<string, JobHandler<unknown>>;
      return this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((method) => {
        const job = handledJob(methods[method]!);
        return job ? [{ job: job.name, owner: `${instance.constructor.name}.${method}`, handle: methods[method]!.bind(instance) }] : [];
      });
    });
  }
}
