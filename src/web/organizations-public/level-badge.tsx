import { Tag } from '../components/index.js';
import { useReader } from '../page/reader.js';

const COLOURS = { registered: 'grey', basic: 'blue', documents_submitted: 'blue', verified: 'green', due_diligence: 'green' } as const;

/** How far an organization has been checked, in words. */
export const LevelBadge = ({ level }: { level: string }) => {
  const { t } = useReader();
  const known = Object.hasOwn(COLOURS, level) ? (level as keyof typeof COLOURS) : 'registered';
  return <Tag colour={COLOURS[known]}>{t(`organization-public.level.${known}`)}</Tag>;
};
