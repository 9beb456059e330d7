import type { VNode } from 'preact';

/** Where the browser goes next, by a path without language; `done` names the text `done.<code>` that is shown there once. */
export class Redirect {
  constructor(
    readonly path: string,
    readonly done?: string,
    readonly status: 303 | 307 = 303,
  ) {}
}

export class PageWithStatus {
  constructor(
    readonly status: number,
    readonly page: VNode,
  ) {}
}

export type PageAnswer = VNode | Redirect | PageWithStatus;

/** After a form has done its work: reading the next page again sends nothing twice. */
export const redirect = (path: string, done?: string): Redirect => new Redirect(path, done);

/** The browser sends the form it has just sent there as well. */
export const sendAgain = (path: string): Redirect => new Redirect(path, undefined, 307);

export const withStatus = (status: number, page: VNode): PageWithStatus => new PageWithStatus(status, page);
