import { Tag } from '../components/index.js';
import { useReader } from '../page/reader.js';

const COLOURS: Readonly<Record<string, 'grey' | 'blue' | 'green'>> = { registered: 'grey', verified: 'green', due_diligence: 'green' };

/** How far an organization has been checked, in words. */
export const LevelTag = ({ level }: { level: string }) => {
  const { t, translator } = useReader();
  const key = `desk.level.${level}`;
  return <Tag colour={COLOURS[level] ?? 'blue'}>{translator.has(key) ? t(key) : level}</Tag>;
};
