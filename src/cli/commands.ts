import { auditVerifyCommand } from './audit-verify.command.js';
import { backupCommand } from './backup.command.js';
import type { Command } from './command.js';
import { createAdminCommand } from './create-admin.command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { migrateCommand } from './migrate.command.js';
import { rescoreCommand } from './rescore.command.js';
import { screeningCommand } from './screening.command.js';
import { restoreCommand } from './restore.command.js';

/** All commands, in the order in which they are listed. */
export const commands: readonly Command[] = [
  migrateCommand,
  createAdminCommand,
  backupCommand,
  restoreCommand,
  importCommand,
  exportCommand,
  screeningCommand,
  rescoreCommand,
  auditVerifyCommand,
];
