import { type IncomingMessage, type Server } from 'node:http';
import { type Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { type Disposable } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { clientAddress, trustOf } from '../http/client-address.js';
import { MAX_JSON_BYTES } from '../http/configure-http.js';
import { Documents, socketContext, subscriptionErrors } from './subscriptions.js';

/**
 * GraphQL over graphql-ws. Nest's own server for it takes messages of 100 MiB and has no place for the limits that
 * Apollo enforces over HTTP, nor for switching introspection off.
 */
@Injectable()
export class SubscriptionServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets = new WebSocketServer({ noServer: true, path: '/graphql', maxPayload: MAX_JSON_BYTES });
  private running: Disposable | undefined;

  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly http: HttpAdapterHost,
    @Inject(ENVIRONMENT) private readonly env: Pick<Environment, 'SANDBOX' | 'TRUST_PROXY'>,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.schemaHost;
    const trust = trustOf(this.env.TRUST_PROXY);
    const documents = new Documents(schema, this.env.SANDBOX ? [] : [NoSchemaIntrospectionCustomRule]);
    this.running = useServer(
      {
        ...subscriptionErrors,
        onSubscribe: (_context, _id, payload) => documents.check(payload),
        context: (context) => socketContext(context, clientAddress(context.extra.request, trust)),
      },
      this.sockets,
    );
    const server = this.http.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request, socket, head) => {
      this.upgrade(request, socket, head);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.running?.dispose();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.sockets.shouldHandle(request)) {
      socket.destroy();
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (client) => {
      this.sockets.emit('connection', client, request);
    });
  }
}
