import type { FacilityView } from '../../../modules/organizations/index.js';
import { LANGUAGES } from '../../../platform/i18n/locales.js';
import { LinkButton, SummaryList, Tag } from '../../components/index.js';
import { type Reader, useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';

export const nameOf = ({ names, code }: Pick<FacilityView, 'names' | 'code'>, { language }: Pick<Reader, 'language'>): string =>
  names[language] ?? names.en ?? code;

/** `KE`, `group:LDC` or `region:014` by its name. */
export function placeName(place: string, { name }: Pick<Reader, 'name'>): string {
  const [kind, code] = place.split(':');
  return code === undefined ? name('country', place) : name(kind === 'group' ? 'group' : 'region', code);
}

export const WindowsPage = ({ windows }: { windows: readonly FacilityView[] }) => {
  const reader = useReader();
  const { t, href, actor, format } = reader;
  const rows = windows.map((window) => [
    <a class="govuk-link" href={href(`/admin/windows/${window.code}`)}>
      {nameOf(window, reader)}
    </a>,
    places(window, reader),
    days(window, reader),
    window.open ? <Tag colour="green">{t('admin.window.open')}</Tag> : <Tag colour="grey">{t('admin.window.closed')}</Tag>,
    format.number(LANGUAGES.filter((language) => !window.names[language]).length),
  ]);
  return (
    <AdminPage title={t('admin.part.windows')} part="/admin/windows" lead={t('admin.windows.lead')}>
      {mayChange(actor) && <LinkButton href={href('/admin/windows/new')}>{t('admin.windows.new')}</LinkButton>}
      <ListTable
        caption={t('admin.part.windows')}
        columns={[
          { text: t('admin.window.name') },
          { text: t('admin.window.places') },
          { text: t('admin.window.days') },
          { text: t('admin.centre.standing') },
          { text: t('admin.names-missing'), isNumber: true },
        ]}
        rows={rows}
        empty={t('admin.windows.none')}
      />
    </AdminPage>
  );
};

const places = ({ places: codes }: FacilityView, reader: Reader): string =>
  codes.length === 0 ? reader.t('admin.window.everywhere') : reader.format.list(codes.map((place) => placeName(place, reader)));

const days = ({ opens, closes }: FacilityView, { t, format }: Reader): string => {
  if (opens === null && closes === null) return t('admin.window.always');
  if (opens === null) return t('admin.window.until', { date: format.date(closes ?? '') });
  return closes === null ? t('admin.window.from', { date: format.date(opens) }) : `${format.date(opens)} – ${format.date(closes)}`;
};

export const WindowPage = ({ window }: { window: FacilityView }) => {
  const reader = useReader();
  const { t, href, actor, name, format } = reader;
  const rows = [
    { key: t('admin.centre.standing'), value: window.open ? t('admin.window.open') : t('admin.window.closed') },
    { key: t('admin.window.days'), value: days(window, reader) },
    { key: t('admin.window.places'), value: places(window, reader) },
    {
      key: t('admin.window.sectors'),
      value:
        window.sectors.length === 0 ? t('admin.window.all-sectors') : format.list(window.sectors.map((code) => name(schemeOf(code), code))),
    },
    { key: t('admin.part.centres'), value: format.list(window.centres.map((centre) => centre.name)) || t('admin.none') },
    ...LANGUAGES.map((language) => ({
      key: format.languageName(language),
      value: window.names[language] ? (
        <span lang={language} dir="auto">
          {window.names[language]}
        </span>
      ) : (
        t('admin.missing')
      ),
    })),
  ];
  return (
    <AdminPage title={nameOf(window, reader)} part="/admin/windows">
      <SummaryList rows={rows} />
      {mayChange(actor) && <LinkButton href={href(`/admin/windows/${window.code}/edit`)}>{t('admin.window.edit')}</LinkButton>}
      <p class="govuk-body">
        <a class="govuk-link" href={href(`/admin/rules?facility=${window.code}`)}>
          {t('admin.window.rules')}
        </a>
      </p>
    </AdminPage>
  );
};

/** The list a sector's code belongs to, by its length. */
const schemeOf = (code: string) => (code.length === 2 ? 'crs-group' : code.length === 3 ? 'crs-category' : 'crs');
