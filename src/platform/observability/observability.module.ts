import { Global, Module } from '@nestjs/common';
import { DatabaseCheck } from './database.check.js';
import { HttpObserver } from './http.observer.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** Figures and readiness that every part may add to. */
@Global()
@Module({ providers: [DatabaseCheck, HttpObserver, Metrics, Readiness], exports: [Metrics, Readiness] })
export class ObservabilityModule {}
