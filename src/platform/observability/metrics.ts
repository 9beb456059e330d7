import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Sample {
  labels: Record<string, string>;
  value: number;
}

/** The process' figures for Prometheus. Names begin with `gate_`; labels take few values, never ids. */
@Injectable()
export class Metrics {
  private readonly log = new Logger(Metrics.name);
  private readonly registry = new Registry();
  private readonly failures: Counter;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.failures = this.counter('gate_metric_failures_total', 'Gauges that could not be read', ['metric']);
  }

  /** A figure that is read when Prometheus asks. One that cannot be read is left out, the others stay. */
  gauge(name: string, help: string, read: () => Promise<number> | number): void {
    this.gauges(name, help, [], async () => [{ labels: {}, value: await read() }]);
  }

  /** The same with labels: all of its samples are replaced at every reading. */
  gauges(name: string, help: string, labelNames: readonly string[], read: () => Promise<readonly Sample[]>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        try {
          for (const { labels, value } of await read()) gauge.set(labels, value);
        } catch (error) {
          // A gauge without labels would stand at 0, which would be a lie.
          if (labelNames.length === 0) gauge.remove();
          this.failures.inc({ metric: name });
          this.log.warn(`metric ${name} could not be read: ${(error as Error).message}`);
        }
      },
    });
  }

  counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** @param buckets upper bounds, in the unit the name ends with (seconds). */
  histogram(name: string, help: string, labelNames: readonly string[], buckets: number[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** In Prometheus' text format. */
  render(): Promise<string> {
    return this.registry.metrics();
  }
}
