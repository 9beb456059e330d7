import { Injectable } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import 'reflect-metadata';
import { z } from 'zod';
import { HandlerRegistry } from './handler.registry.js';
import { Handles, type JobRun } from './handles.js';
import { defineJob } from './job.js';

const greet = defineJob({ name: 'spec.greet', queue: 'interactive', payload: z.strictObject({ id: z.uuid() }) });
const part = defineJob({ name: 'spec.part', queue: 'interactive', payload: z.strictObject({ id: z.uuid() }) });

@Injectable()
class Greeter {
  readonly greeted: string[] = [];

  @Handles(greet)
  greet({ id }: { id: string }): Promise<void> {
    this.greeted.push(id);
    return Promise.resolve();
  }
}

@Injectable()
class Parter {
  @Handles(part)
  async part(_payload: { id: string }, run: JobRun): Promise<void> {
    await run.complete(() => Promise.resolve());
  }
}

@Injectable()
class SecondGreeter {
  @Handles(greet)
  again(): Promise<void> {
    return Promise.resolve();
  }
}

const registryOf = async (...providers: (new () => object)[]): Promise<{ registry: HandlerRegistry; greeter: Greeter }> => {
  const module = await Test.createTestingModule({ imports: [DiscoveryModule], providers: [HandlerRegistry, ...providers] }).compile();
  return { registry: module.get(HandlerRegistry), greeter: module.get(Greeter) };
};

describe('HandlerRegistry', () => {
  it('finds the method of every job and keeps its instance', async () => {
    const { registry, greeter } = await registryOf(Greeter, Parter);
    registry.load();
    await registry.handlerOf('spec.greet')?.({ id: 'x' }, undefined as unknown as JobRun);
    expect(greeter.greeted).toEqual(['x']);
    expect(registry.handlerOf('spec.unknown')).toBeUndefined();
  });

  it('refuses to boot when a job has no handler', async () => {
    const { registry } = await registryOf(Greeter);
    expect(() => registry.load()).toThrow('job spec.part has no handler');
  });

  it('refuses to boot when a job has two, and names them', async () => {
    const { registry } = await registryOf(Greeter, Parter, SecondGreeter);
    expect(() => registry.load()).toThrow('job spec.greet has 2 handlers: Greeter.greet, SecondGreeter.again');
  });

  it('refuses two jobs of one name', () => {
    expect(() => defineJob({ name: 'spec.greet', queue: 'mail', payload: z.strictObject({}) })).toThrow('defined twice');
  });
});
