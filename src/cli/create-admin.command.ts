import { z } from 'zod';
import { AccountsService } from '../modules/identity/index.js';
import { SetupError } from '../platform/config/setup-error.js';
import type { Command } from './command.js';

export const createAdminCommand: Command = {
  name: 'create-admin',
  usage: 'EMAIL',
  summary: 'prints a one-time link by which that person becomes an administrator',
  positionals: 1,
  async run(context, { positionals: [email = ''] }) {
    if (!z.email().safeParse(email).success) throw new SetupError(`"${email}" is no mail address.`);
    const app = await context.app();
    const link = await app.get(AccountsService, { strict: false }).invitationLink(email);
    context.say(`Open this link within 24 hours to set the password of ${email}; it works once:\n${link}`);
  },
};
