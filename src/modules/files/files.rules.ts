import { z } from 'zod';
import { defineRule } from '../rules/index.js';

const megabytes = z.int().min(1).max(100_000);

export const organizationMegabytes = defineRule('files.organization-megabytes', {
  about: 'How much all files of one organization may hold together, in megabytes.',
  houseWide: true,
  schema: megabytes,
  value: 500,
});

export const waitingMegabytes = defineRule('files.waiting-megabytes', {
  about: 'How much one person may have sent that is not part of anything yet, in megabytes. It is thrown away after a day.',
  houseWide: true,
  schema: megabytes,
  value: 60,
});
