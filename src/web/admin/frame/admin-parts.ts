import type { Actor } from '../../../kernel/actor.js';
import type { MessageKey } from '../../i18n/areas.js';

export interface AdminPart {
  path: string;
  key: MessageKey;
}

export interface AdminGroup {
  key: MessageKey;
  parts: readonly AdminPart[];
}

/** What administrators look after, in the order of their menu. */
export const ADMIN_GROUPS: readonly AdminGroup[] = [
  {
    key: 'admin.group.work',
    parts: [
      { path: '/admin', key: 'admin.part.overview' },
      { path: '/desk', key: 'admin.part.desk' },
      { path: '/admin/figures', key: 'admin.part.figures' },
    ],
  },
  {
    key: 'admin.group.people',
    parts: [
      { path: '/admin/centres', key: 'admin.part.centres' },
      { path: '/admin/people', key: 'admin.part.people' },
      { path: '/admin/screening', key: 'admin.part.screening' },
    ],
  },
  {
    key: 'admin.group.content',
    parts: [
      { path: '/admin/windows', key: 'admin.part.windows' },
      { path: '/admin/code-lists', key: 'admin.part.code-lists' },
      { path: '/admin/rules', key: 'admin.part.rules' },
      { path: '/admin/announcements', key: 'admin.part.announcements' },
      { path: '/admin/translations', key: 'admin.part.translations' },
    ],
  },
  {
    key: 'admin.group.machine',
    parts: [
      { path: '/admin/system', key: 'admin.part.system' },
      { path: '/admin/jobs', key: 'admin.part.jobs' },
      { path: '/admin/imports', key: 'admin.part.imports' },
      { path: '/admin/audit', key: 'admin.part.audit' },
    ],
  },
];

/** Auditors read all of it and change nothing. */
export const mayChange = (actor: Actor): boolean => actor.kind === 'person' && actor.administrator && !actor.auditor;
