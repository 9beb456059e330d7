import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

interface Look {
  variant?: 'secondary' | 'warning' | 'inverse';
  /** Opens a journey: larger, with an arrow. */
  isStart?: boolean;
  id?: string;
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export interface ButtonProps extends Look {
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  disabled?: boolean;
  /** With script, a second click within a second is ignored. Without it the server sees both. */
  preventDoubleClick?: boolean;
}

const look = ({ variant, isStart, class: more, id, attributes }: Look) => ({
  class: classes('govuk-button', variant && `govuk-button--${variant}`, more, isStart && 'govuk-button--start'),
  'data-module': 'govuk-button',
  id,
  ...attributes,
});

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);

export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'submit'}
    name={props.name}
    value={props.value}
    disabled={props.disabled}
    aria-disabled={props.disabled ? 'true' : undefined}
    data-prevent-double-click={props.preventDoubleClick}
    {...look(props)}
  >
    {props.children}
    {props.isStart && <StartIcon />}
  </button>
);

/** A link that looks like a button, for what only goes elsewhere and changes nothing. */
export const LinkButton = (props: Look & { href: string }) => (
  <a href={props.href} role="button" draggable={false} {...look(props)}>
    {props.children}
    {props.isStart && <StartIcon />}
  </a>
);
