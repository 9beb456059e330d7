import type { Actor } from '../../kernel/actor.js';
import { type FormInput, type PageAnswer, redirect } from '../page/index.js';
import { editing, type OwnListing } from './own-listings.js';
import { partAfter } from './parts.js';

/** Where a saved part leads: to the next one, the same one for another row, or back to the list of tasks. */
export function nextPage({ id, kind }: OwnListing, part: string, form: FormInput): PageAnswer {
  const home = `/my/listings/${id}`;
  const more = form.text('more') ?? form.text('without')?.replace(/\.\d+$/, '');
  if (more !== undefined) return redirect(`${home}/edit/${part}#${encodeURIComponent(more)}`);
  if (form.text('later') !== undefined) return redirect(home, 'saved');
  const next = partAfter(kind, part);
  return redirect(next ? `${home}/edit/${next.key}` : `${home}/check`);
}

/** The page of a part, while the listing can be changed; else its own page, which says what it waits for. */
export async function editableOr(listing: OwnListing, actor: Actor, page: () => PageAnswer | Promise<PageAnswer>): Promise<PageAnswer> {
  return editing(listing, actor).can ? page() : redirect(`/my/listings/${listing.id}`);
}
