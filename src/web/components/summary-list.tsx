import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Heading, type HeadingLevel } from './heading.js';

export interface SummaryAction {
  href: string;
  text: ComponentChildren;
  /** What the action is about, for those who hear the links alone: "Change" of what? */
  about?: ComponentChildren;
  class?: string;
  attributes?: Attributes;
}

export interface SummaryRow {
  key: ComponentChildren;
  value: ComponentChildren;
  actions?: readonly SummaryAction[];
  class?: string;
  keyClass?: string;
  valueClass?: string;
  actionsClass?: string;
}

/** A frame around the list, with a title that also tells its actions apart. */
export interface SummaryCard {
  title?: ComponentChildren;
  headingLevel?: HeadingLevel;
  actions?: readonly SummaryAction[];
  class?: string;
  attributes?: Attributes;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  card?: SummaryCard;
  class?: string;
  attributes?: Attributes;
}

const Action = ({ action, cardTitle }: { action: SummaryAction; cardTitle: ComponentChildren }) => (
  <a class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
    {action.text}
    {(action.about || cardTitle) && (
      <span class="govuk-visually-hidden">
        {action.about && <> {action.about}</>}
        {cardTitle && <> ({cardTitle})</>}
      </span>
    )}
  </a>
);

const Row = ({ row, hasActions, cardTitle }: { row: SummaryRow; hasActions: boolean; cardTitle: ComponentChildren }) => {
  const { actions = [] } = row;
  const links = actions.map((action) => <Action action={action} cardTitle={cardTitle} />);
  return (
    <div class={classes('govuk-summary-list__row', hasActions && links.length === 0 && 'govuk-summary-list__row--no-actions', row.class)}>
      <dt class={classes('govuk-summary-list__key', row.keyClass)}>{row.key}</dt>
      <dd class={classes('govuk-summary-list__value', row.valueClass)}>{row.value}</dd>
      {links.length > 0 && (
        <dd class={classes('govuk-summary-list__actions', row.actionsClass)}>
          {links.length === 1 ? (
            links
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {links.map((link) => (
                <li class="govuk-summary-list__actions-list-item">{link}</li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
};

const Card = ({ card, children }: { card: SummaryCard; children: ComponentChildren }) => {
  const links = (card.actions ?? []).map((action) => <Action action={action} cardTitle={card.title} />);
  return (
    <div class={classes('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && (
          <Heading level={card.headingLevel ?? 2} class="govuk-summary-card__title">
            {card.title}
          </Heading>
        )}
        {links.length === 1 && <div class="govuk-summary-card__actions">{links}</div>}
        {links.length > 1 && (
          <ul class="govuk-summary-card__actions">
            {links.map((link) => (
              <li class="govuk-summary-card__action">{link}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
};

export const SummaryList = ({ rows, card, ...props }: SummaryListProps) => {
  const hasActions = rows.some(({ actions = [] }) => actions.length > 0);
  const list = (
    <dl class={classes('govuk-summary-list', props.class)} {...props.attributes}>
      {rows.map((row) => (
        <Row row={row} hasActions={hasActions} cardTitle={card?.title} />
      ))}
    </dl>
  );
  return card ? <Card card={card}>{list}</Card> : list;
};
