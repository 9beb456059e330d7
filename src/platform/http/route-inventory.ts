import { Injectable, RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { z } from 'zod';
import { ANSWER, type AnswerOptions } from './answer.decorator.js';
import { ROUTE_POLICY, type RoutePolicy } from './can.decorator.js';
import { IDEMPOTENT } from './idempotent.decorator.js';
import { type IfMatchOptions, readIfMatch } from './if-match.decorator.js';
import { readSentFile, readUpload } from './upload.decorator.js';

/** Where Nest takes a handler's argument from; the numbers are RouteParamtypes of @nestjs/common. */
const SOURCES: Partial<Record<string, 'body' | 'query' | 'path'>> = { 3: 'body', 4: 'query', 5: 'path' };

export interface RouteInput {
  in: 'body' | 'query' | 'path';
  /** Absent: the schema is that of the whole body or query. */
  name?: string;
  schema?: z.ZodType;
}

/** A route as its decorators describe it. */
export interface Route {
  method: string;
  /** `/api/v1/offers/:id` */
  path: string;
  controller: string;
  handler: string;
  policy?: RoutePolicy;
  answer?: AnswerOptions;
  status: number;
  inputs: RouteInput[];
  idempotent: boolean;
  /** It takes a file as multipart/form-data. */
  isUpload: boolean;
  /** Read by people: it answers HTML. */
  isPage: boolean;
  /** Present where the route reads If-Match. */
  ifMatch?: IfMatchOptions;
}

/** Metadata of the routes that are pages; set by `@Page` of the pages. */
export const PAGE = 'gate:page';

type Handler = (...args: unknown[]) => unknown;

/** All routes of the application, read off the controllers once it is composed: for OpenAPI, for 405, and for the policy test. */
@Injectable()
export class RouteInventory {
  private known: Route[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  get routes(): readonly Route[] {
    return (this.known ??= this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.routesOf(metatype as new () => object) : [])));
  }

  /** Methods that some route takes at this address; empty when there is no such address. */
  methodsOf(url: string): string[] {
    const path = (url.split('?')[0] ?? '').split('/').filter(Boolean);
    const fits = (route: Route): boolean => {
      const pattern = route.path.split('/').filter(Boolean);
      if (pattern.at(-1)?.startsWith('*'))
        return path.length >= pattern.length && pattern.slice(0, -1).every((part, i) => matches(part, path[i]));
      return pattern.length === path.length && pattern.every((part, i) => matches(part, path[i]));
    };
    return [...new Set(this.routes.filter(fits).map((route) => route.method))].sort();
  }

  private routesOf(controller: new () => object): Route[] {
    const prefixes = asList(Reflect.getMetadata(PATH_METADATA, controller));
    const prototype = controller.prototype as Record<string, Handler>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
      if (!handler || method === undefined) return [];
      const paths = asList(Reflect.getMetadata(PATH_METADATA, handler));
      return prefixes.flatMap((prefix) =>
        paths.map((path) => this.route(controller, name, handler, RequestMethod[method], join(prefix, path))),
      );
    });
  }

  private route(controller: new () => object, name: string, handler: Handler, method: string, path: string): Route {
    const status = Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined;
    return {
      method,
      path,
      controller: controller.name,
      handler: name,
      policy: this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, [handler, controller]),
      answer: this.reflector.get<AnswerOptions | undefined>(ANSWER, handler),
      status: status ?? (method === 'POST' ? 201 : 200),
      inputs: inputsOf(controller, name),
      ifMatch: ifMatchOf(controller, name),
      isUpload: Object.values(argumentsOf(controller, name)).some(({ factory }) => factory === readUpload || factory === readSentFile),
      isPage: Reflect.getMetadata(PAGE, handler) === true,
      idempotent: this.reflector.get<object | undefined>(IDEMPOTENT, handler) !== undefined,
    };
  }
}

interface Argument {
  data?: unknown;
  schema?: z.ZodType;
  /** Of decorators that are our own. */
  factory?: unknown;
}
const argumentsOf = (controller: new () => object, name: string): Record<string, Argument> =>
  (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>;

function ifMatchOf(controller: new () => object, name: string): IfMatchOptions | undefined {
  const argument = Object.values(argumentsOf(controller, name)).find(({ factory }) => factory === readIfMatch);
  return argument && ((argument.data as IfMatchOptions | undefined) ?? {});
}

function inputsOf(controller: new () => object, name: string): RouteInput[] {
  return Object.entries(argumentsOf(controller, name)).flatMap(([key, { data, schema }]) => {
    const source = SOURCES[key.split(':')[0] ?? ''];
    return source ? [{ in: source, ...(typeof data === 'string' && { name: data }), ...(schema && { schema }) }] : [];
  });
}

const matches = (pattern: string, part: string | undefined): boolean => part !== undefined && (pattern.startsWith(':') || pattern === part);
const asList = (path: unknown): string[] => (Array.isArray(path) ? (path as string[]) : [typeof path === 'string' ? path : '/']);
const join = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
