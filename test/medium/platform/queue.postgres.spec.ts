import { queueRig, type QueueRig } from '../../support/queue-contract.js';
import { describeQueueBehaviour } from '../../support/queue-behaviour.js';

describe('jobs on PostgreSQL', () => {
  let rig: QueueRig;
  beforeAll(async () => {
    rig = await queueRig();
  });
  afterAll(() => rig.close());

  describeQueueBehaviour(() => rig);
});
