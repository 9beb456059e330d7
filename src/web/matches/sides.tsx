import type { ComponentChildren } from 'preact';
import type { MatchSide, MatchView } from '../../modules/matching/index.js';
import type { Scheme } from '../../modules/taxonomy/index.js';
import { Details, UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';
import type { SideText, WholeMatch } from './match-reading.js';

/** Both sides of a match, the own one first. */
export const Sides = ({ whole, open = false }: { whole: WholeMatch; open?: boolean }) => {
  const { match, need, offer } = whole;
  const sides = [
    <Side key="seeker" match={match} side="seeker" text={need} open={open} />,
    <Side key="provider" match={match} side="provider" text={offer} open={open} />,
  ];
  return <div class="gate-sides">{match.side === 'provider' ? sides.reverse() : sides}</div>;
};

interface SideProps {
  match: MatchView;
  side: MatchSide;
  text: SideText | null;
  /** The full text is shown at once, as for whoever decides on it. */
  open: boolean;
}

const SHORT = 280;

const Side = ({ match, side, text, open }: SideProps) => {
  const { t, href, name } = useReader();
  const listing = side === 'seeker' ? match.need : match.offer;
  const title = text?.translated?.['title'];
  const description = text?.translated?.['description']?.text ?? text?.description ?? listing.teaser;
  const language = text?.translated?.['description']?.language ?? listing.language;
  const whose = match.side === null ? `match.of.${side}` : match.side === side ? `match.own.${side}` : `match.other.${side}`;
  return (
    <section class={`gate-side gate-side--${side}`} aria-labelledby={`side-${side}`}>
      <p class="gate-quiet">{t(whose as 'match.of.seeker')}</p>
      <h2 class="govuk-heading-s" id={`side-${side}`}>
        <a class="govuk-link" href={href(`/${side === 'seeker' ? 'needs' : 'offers'}/${listing.id}`)}>
          <UserText language={title?.language ?? listing.language}>{title?.text ?? listing.title}</UserText>
        </a>
      </h2>
      {title && (
        <p class="gate-quiet">
          {t('match.original')} <UserText language={listing.language}>{listing.title}</UserText>
        </p>
      )}
      {description && <Description text={description} language={language} open={open} />}
      <dl class="gate-facts">
        <Fact term={t('match.organization')}>
          {listing.organization ? (
            <a class="govuk-link" href={href(`/organizations/${listing.organization.id}`)}>
              <UserText>{listing.organization.legalName}</UserText>
            </a>
          ) : (
            t('match.unnamed')
          )}
          <Checked text={text} />
        </Fact>
        <Fact term={t('match.country')}>{name('country', listing.country)}</Fact>
        <Fact term={t('match.kind')}>{t(`kind.${listing.kind}` as 'kind.need')}</Fact>
        <Codes text={text} />
        <Fact term={t('match.reference')}>
          <bdi dir="ltr">{listing.reference}</bdi>
        </Fact>
      </dl>
    </section>
  );
};

const Description = ({ text, language, open }: { text: string; language: string; open: boolean }) => {
  const { t } = useReader();
  const words = <UserText language={language}>{text}</UserText>;
  if (open || text.length <= SHORT) return <p class="govuk-body gate-lines">{words}</p>;
  return (
    <>
      <p class="govuk-body">
        <UserText language={language}>{`${text.slice(0, SHORT).replace(/\s+\S*$/u, '')} …`}</UserText>
      </p>
      <Details summary={t('match.whole-text')} class="gate-screen">
        <p class="gate-lines">{words}</p>
      </Details>
    </>
  );
};

const Checked = ({ text }: { text: SideText | null }) => {
  const { t } = useReader();
  const level = text?.organization?.level ?? text?.unnamed?.level;
  return level ? <span class="gate-quiet gate-block">{t(`match.level.${level}`)}</span> : null;
};

/** Sectors and goals by name. */
const Codes = ({ text }: { text: SideText | null }) => {
  const { t, name, format } = useReader();
  const named = (schemes: readonly string[]) =>
    (text?.codes ?? []).filter(({ scheme }) => schemes.includes(scheme)).map(({ scheme, code }) => name(scheme as Scheme, code));
  const sectors = named(['crs', 'crs-category', 'crs-group']);
  const goals = [...new Set(named(['sdg-goal', 'sdg-target']))];
  return (
    <>
      {sectors.length > 0 && <Fact term={t('match.sectors')}>{format.list(sectors)}</Fact>}
      {goals.length > 0 && <Fact term={t('match.goals')}>{goals.slice(0, 3).join(' · ')}</Fact>}
    </>
  );
};

const Fact = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
