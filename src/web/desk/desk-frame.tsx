import type { ComponentChildren } from 'preact';
import { Breadcrumbs, Pagination, UserText } from '../components/index.js';
import type { DeskListing } from '../../modules/reviews/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export interface DeskFrameProps {
  title: string;
  /** Pages between the desk and this one. */
  way?: readonly { text: string; path: string }[];
  hasFaults?: boolean;
  children: ComponentChildren;
}

/** A page of the desk, with the way back to it. */
export const DeskFrame = ({ title, way = [], hasFaults, children }: DeskFrameProps) => {
  const { t, href } = useReader();
  const items = [{ text: t('desk.title'), path: '/desk' }, ...way].map(({ text, path }) => ({ text, href: href(path) }));
  return (
    <Layout title={title} {...(hasFaults && { hasFaults })} before={<Breadcrumbs collapseOnMobile items={[...items, { text: title }]} />}>
      {children}
    </Layout>
  );
};

/** The rest of a list, where there is more of it. */
export const More = ({ next }: { next: string | null }) => {
  const { path, href } = useReader();
  if (next === null) return null;
  const [route = '', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('after', next);
  return <Pagination next={{ href: href(`${route}?${parameters.toString()}`) }} />;
};

/** Of a listing in a list of the desk: its title, kind, owner, country and reference. */
export const DeskListingLine = ({ listing, to }: { listing: DeskListing; to: string }) => {
  const { t, href, name } = useReader();
  const { kind, title, language, owner, ownerCountry, reference } = listing;
  return (
    <>
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={href(to)}>
          <UserText language={language}>{title}</UserText>
        </a>
      </h2>
      <p class="gate-quiet">
        {t(`kind.${kind}`)} · <bdi>{owner}</bdi> · {name('country', ownerCountry)} · <bdi dir="ltr">{reference}</bdi>
      </p>
    </>
  );
};
