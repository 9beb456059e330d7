import { BackLink } from '../components/index.js';

/** The way to where one came from, as a landmark of its own before the page. */
export const WayBack = ({ href, text }: { href: string; text: string }) => (
  <nav aria-label={text}>
    <BackLink href={href}>{text}</BackLink>
  </nav>
);
