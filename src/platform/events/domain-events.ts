import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

/** Something that happened, in the past tense (`listing.published`), with ids and codes only. */
export interface EventDefinition<Data> {
  readonly name: string;
  /** Never set: carries the type. */
  readonly data?: Data;
}

export const defineEvent = <Data extends object>(name: string): EventDefinition<Data> => ({ name });

type Subscriber = (data: object) => Promise<unknown>;

/**
 * Events inside the unit of work. A subscriber runs in the publisher's transaction and does nothing but write rows there
 * (mostly `jobs.add`), so whoever publishes knows nobody and nothing leaves before the commit.
 */
@Injectable()
export class DomainEvents {
  private readonly subscribers = new Map<string, Subscriber[]>();

  constructor(private readonly uow: UnitOfWork) {}

  /** Called in a provider's onModuleInit. */
  on<Data extends object>(event: EventDefinition<Data>, subscriber: (data: Data) => Promise<unknown>): void {
    this.subscribers.set(event.name, [...(this.subscribers.get(event.name) ?? []), subscriber as Subscriber]);
  }

  async publish<Data extends object>(event: EventDefinition<Data>, data: Data): Promise<void> {
    if (!this.uow.isOpen) throw new Error(`${event.name} published outside a unit of work`);
    for (const subscriber of this.subscribers.get(event.name) ?? []) await subscriber(data);
  }
}
