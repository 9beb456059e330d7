import type { ComponentChildren } from 'preact';
import { Button, Form } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { keyTo } from './desk-keys.js';

export interface ClaimProps {
  /** Who has taken it on; null: nobody. */
  claim: { by: string; name: string | null } | null;
  /** She may decide on it, as far as others allow. */
  mayDecide: boolean;
  /** Where its forms go. */
  to: { claim: string; release: string; assign: string };
  children?: ComponentChildren;
}

/** Who has taken a review on, and how it is taken on, released and given to a colleague. */
export const Claim = ({ claim, mayDecide, to, children }: ClaimProps) => {
  const { actor, t, href } = useReader();
  const isAdministrator = actor.kind === 'person' && actor.administrator;
  const isMine = actor.kind === 'person' && claim?.by === actor.personId;
  return (
    <>
      <p class="govuk-body">
        {isMine && t('review.taken-by-you')}
        {claim && !isMine && (
          <>
            {t('review.taken-by')} <bdi>{claim.name}</bdi>
          </>
        )}
        {!claim && t('review.nobody')}
      </p>
      <div class="govuk-button-group">
        {!claim && mayDecide && (
          <Form action={href(to.claim)}>
            <Button variant="secondary" attributes={keyTo('take')}>
              {t('review.claim')}
            </Button>
          </Form>
        )}
        {claim && (isMine || isAdministrator) && (
          <Form action={href(to.release)}>
            <Button variant="secondary">{t('review.release')}</Button>
          </Form>
        )}
        {isAdministrator && (
          <a class="govuk-link" href={href(to.assign)}>
            {t('review.assign')}
          </a>
        )}
        {children}
      </div>
    </>
  );
};
