export { backup, backupBeforeMigration } from './backup.js';
export { restore } from './restore.js';
