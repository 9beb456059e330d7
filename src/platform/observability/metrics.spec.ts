import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('reads figures when asked, and leaves out what cannot be read', async () => {
    const metrics = new Metrics();
    let lag = 3;
    metrics.gauge('gate_index_lag', 'Changes behind', () => lag);
    metrics.gauges('gate_jobs', 'Jobs', ['queue'], () => Promise.resolve([{ labels: { queue: 'mail' }, value: 2 }]));
    metrics.gauge('gate_broken', 'Broken', () => Promise.reject(new Error('down')));
    const first = await metrics.render();
    expect(first).toContain('gate_index_lag 3');
    expect(first).toContain('gate_jobs{queue="mail"} 2');
    expect(first).not.toMatch(/^gate_broken /m);
    lag = 5;
    const second = await metrics.render();
    expect(second).toContain('gate_index_lag 5');
    expect(second).toContain('gate_metric_failures_total{metric="gate_broken"}');
  });
});
