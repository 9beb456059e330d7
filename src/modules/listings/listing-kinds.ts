import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Scheme } from '../taxonomy/index.js';
import type { Attachment, CodeRef, ListingKind, Requirement, Specification, Translation } from './content.schemas.js';
import type { FieldGroups, Levelled } from './field-levels.js';
import type { SubmitRequirement } from './submit-requirements.js';

/** What the content of every kind has in common; the kind's schema knows the rest. */
export interface AnyContent extends Levelled {
  title: string;
  teaser?: string;
  description?: string;
  texts: Translation[];
  codes: CodeRef[];
  countriesRefused: string[];
  languages: string[];
  contactPersonId?: string;
  /** Absent from contents of before there were files. */
  attachments?: Attachment[];
  /** Needs only. */
  country?: string;
  countriesPreferred?: string[];
  requirements?: Requirement[];
  lots?: { key: string; title: string; requirements: Requirement[] }[];
  /** Offers only. */
  countriesOffered?: string[];
  specifications?: Specification[];
  details: Record<string, unknown>;
}

/** A code of a list that a content uses, and where. */
export interface CodeUse {
  path: string;
  scheme: Scheme;
  code: string;
}

/** All that listings have to know of a kind. */
export interface ListingKindDefinition<Content extends AnyContent = AnyContent> {
  readonly kind: ListingKind;
  /** First letters of its references. */
  readonly prefix: string;
  readonly schema: z.ZodType<Content>;
  /** What must be there to submit it. */
  readonly submit: readonly SubmitRequirement<Content>[];
  /** Only a need is ever fulfilled. */
  readonly fulfillable: boolean;
  /** Fields that are taken from the owner when a new listing leaves them out, besides `languages`. */
  prefill(owner: { id: string; country: string }): Promise<Record<string, unknown>>;
  /** Texts a summary can be proposed from when there is none, the best first. */
  summaries(content: Content): (string | undefined)[];
  /** Codes used in the kind's own fields. */
  codes(content: Content): CodeUse[];
  /** Fields of `details` that are text and may stand in other languages. */
  readonly texts: readonly string[];
  /** Fields besides the common ones that everybody may see. */
  readonly publicFields: readonly string[];
  /** Fields that may be shown later than to all members, by the name of their group. All others that are not public are at level 1. */
  readonly groups: FieldGroups;
}

/** The kinds of listings, entered by the modules that own them. */
@Injectable()
export class ListingKinds {
  private readonly kinds = new Map<ListingKind, ListingKindDefinition>();

  /** Called in a provider's onModuleInit. */
  register<Content extends AnyContent>(definition: ListingKindDefinition<Content>): void {
    if (this.kinds.has(definition.kind)) throw new Error(`listing kind ${definition.kind} is registered twice`);
    this.kinds.set(definition.kind, definition as unknown as ListingKindDefinition);
  }

  of(kind: ListingKind): ListingKindDefinition {
    const definition = this.kinds.get(kind);
    if (!definition) throw new Error(`listing kind ${kind} has not been registered`);
    return definition;
  }
}
