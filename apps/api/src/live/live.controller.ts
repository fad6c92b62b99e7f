import { RecogniseSession } from '@app/identity';
import type { User } from '@app/kernel';
import { Controller, type MessageEvent, NotAcceptableException, Req, Sse } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  concatMap,
  endWith,
  ignoreElements,
  interval,
  map,
  merge,
  type Observable,
  of,
  share,
  takeUntil,
  takeWhile,
} from 'rxjs';

import { CurrentActor } from '../auth/current-actor.ts';
import { SessionCookie } from '../auth/session-cookie.ts';
import { type Changed, LiveStreams } from './live-streams.ts';

/** Shorter than what proxies cut as idle. */
const BEAT_MS = 20_000;
const EVENT_STREAM = 'text/event-stream';

@Controller('live')
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly sessions: RecogniseSession,
    private readonly cookie: SessionCookie,
  ) {}

  /** Server-sent events `changed` with `{ topics }`: features whose screens should ask again; null, all of them. */
  @Sse()
  listen(@CurrentActor() actor: User, @Req() request: FastifyRequest): Observable<MessageEvent> {
    if (!request.headers.accept?.includes(EVENT_STREAM)) throw new NotAcceptableException();
    const token = this.cookie.read(request) ?? '';
    const beats = interval(BEAT_MS).pipe(
      concatMap(() => this.sessions.run(token)),
      // A session that was ended elsewhere hears nothing more.
      takeWhile((user) => user !== null),
      map((): MessageEvent => ({ type: 'beat', data: '' })),
      share(),
    );
    const signedOut = beats.pipe(ignoreElements(), endWith(true));
    const changes = this.streams.open(actor.userId).pipe(map(changed), takeUntil(signedOut));
    return merge(of({ type: 'open', data: '' }), beats, changes).pipe(takeUntil(this.streams.closing));
  }
}

function changed(topics: Changed): MessageEvent {
  return { type: 'changed', data: { topics } };
}
