import type { Attachment, CodeRef, Translation } from '../../modules/listings/index.js';
import { UserText } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/index.js';

/** Answers that are asked for on pages of their own. */
export const ToldOwn = ({ path, value }: { path: string; value: unknown }) => {
  const { t } = useReader();
  const isNothing = value === undefined || JSON.stringify(value) === '[]' || JSON.stringify(value) === '{}';
  if (isNothing) return <span class="gate-quiet">{t('wizard.nothing')}</span>;
  if (path === 'codes') return <Codes codes={value as CodeRef[]} />;
  if (path === 'attachments') return <Files files={value as Attachment[]} />;
  if (path === 'texts') return <Languages texts={value as Translation[]} />;
  return <Levels levels={value as Record<string, 1 | 2 | 3>} />;
};

const Codes = ({ codes }: { codes: readonly CodeRef[] }) => {
  const { t, name, format } = useReader();
  return (
    <ul class="govuk-list">
      {codes.map(({ scheme, code, main, percentage }) => (
        <li key={`${scheme} ${code}`}>
          {scheme.startsWith('sdg') && `${code} `}
          {scheme === 'ipc' ? <bdi dir="ltr">{code}</bdi> : name(scheme, code)}
          {main && ` (${t('wizard.main')})`}
          {percentage !== undefined && ` · ${format.percent(percentage / 100)}`}
        </li>
      ))}
    </ul>
  );
};

const Files = ({ files }: { files: readonly Attachment[] }) => {
  const { t, format } = useReader();
  return (
    <ul class="govuk-list">
      {files.map(({ file, title, language, bytes, level }) => (
        <li key={file}>
          <UserText language={language}>{title}</UserText>
          {bytes !== undefined && ` (${format.bytes(bytes)})`} · {t(`wizard.level.${level}`)}
        </li>
      ))}
    </ul>
  );
};

const Languages = ({ texts }: { texts: readonly Translation[] }) => {
  const { name, format } = useReader();
  return <>{format.list([...new Set(texts.map(({ language }) => name('language', language)))])}</>;
};

const Levels = ({ levels }: { levels: Readonly<Record<string, 1 | 2 | 3>> }) => {
  const { t } = useReader();
  return (
    <ul class="govuk-list">
      {Object.entries(levels).map(([group, level]) => (
        <li key={group}>
          {t(`wizard.group.${group}` as MessageKey)}: {t(`wizard.level.${level}`)}
        </li>
      ))}
    </ul>
  );
};
