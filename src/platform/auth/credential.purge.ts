import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CredentialStore } from './credential.store.js';

const HOUR = 3_600_000;

/** Housekeeping that every process may do, as the idempotency keys': what has expired opens nothing, and goes. */
@Injectable()
export class CredentialPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(CredentialPurge.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly credentials: CredentialStore) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.credentials.purge().catch((error: unknown) => this.log.warn(error)), HOUR);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
