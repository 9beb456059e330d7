import { SOURCE_LANGUAGE } from '../../../platform/i18n/locales.js';
import { Tag } from '../../components/index.js';
import type { Completeness } from '../../i18n/completeness.js';
import { useReader } from '../../page/reader.js';
import type { SchemeWithGaps } from '../code-lists/gaps.js';
import { AdminPage, ListTable } from '../frame/index.js';

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0);

export const TranslationsPage = ({ texts, schemes }: { texts: Completeness; schemes: readonly SchemeWithGaps[] }) => {
  const { t, href, format } = useReader();
  const total = sum(texts.areas);
  const languages = texts.languages.map(({ language, missing, reviewed }) => {
    const gaps = schemes.reduce((all, { gaps: of }) => all + (of[language] ?? 0), 0);
    return [
      format.languageName(language),
      format.number(total - sum(missing)),
      format.number(sum(missing)),
      language === SOURCE_LANGUAGE ? (
        t('admin.translations.source')
      ) : reviewed.length > 0 ? (
        reviewed.map(({ by, on }) => `${by}, ${format.date(on)}`).join('; ')
      ) : (
        <Tag colour="yellow">{t('admin.translations.not-reviewed')}</Tag>
      ),
      gaps === 0 ? (
        format.number(0)
      ) : (
        <a class="govuk-link" href={href('/admin/code-lists')}>
          {format.number(gaps)}
        </a>
      ),
    ];
  });
  const areas = Object.entries(texts.areas).map(([area, count]) => [
    <bdi dir="ltr">{area}</bdi>,
    format.number(count),
    format.list(
      texts.languages.flatMap(({ language, missing }) =>
        missing[area] ? [`${format.languageName(language)} ${format.number(missing[area])}`] : [],
      ),
    ) || t('admin.none'),
  ]);
  return (
    <AdminPage title={t('admin.part.translations')} part="/admin/translations" lead={t('admin.translations.lead')}>
      <ListTable
        caption={t('admin.part.translations')}
        columns={[
          { text: t('admin.person.language') },
          { text: t('admin.translations.texts'), isNumber: true },
          { text: t('admin.missing'), isNumber: true },
          { text: t('admin.translations.reviewed') },
          { text: t('admin.translations.list-gaps'), isNumber: true },
        ]}
        rows={languages}
        empty={t('admin.none')}
      />
      <h2 class="govuk-heading-m">{t('admin.translations.areas')}</h2>
      <ListTable
        caption={t('admin.translations.areas')}
        columns={[
          { text: t('admin.translations.area') },
          { text: t('admin.translations.texts'), isNumber: true },
          { text: t('admin.missing') },
        ]}
        rows={areas}
        empty={t('admin.none')}
      />
    </AdminPage>
  );
};
