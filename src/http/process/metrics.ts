/**
 * The metrics of one process: requests, the connection pool, and Node itself. Labels are route templates, methods and classes
 * of status. They are never addresses, queries or tokens, and never values that a client chooses.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Connection } from '../../database/connection.ts';
import type { CompiledOperations } from '../../validation/compiled.ts';

const requestSeconds = 'http_request_duration_seconds';
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The registry of an app, with its connection pool and its requests. */
export function createMetrics(pool: Connection['pool']): Registry {
  const registry = new Registry();
  new Histogram({
    name: requestSeconds,
    help: 'Duration of requests by route template, method and class of status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const gauge = gaugesOf(registry);
  gauge('database_pool_connections', 'Open connections to the database', () => pool.totalCount);
  gauge('database_pool_idle', 'Open connections that nobody uses', () => pool.idleCount);
  gauge('database_pool_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
  return registry;
}

/**
 * Metrics of Node itself. Only for an app that has the process to itself: the observers of the event loop and of garbage
 * collection cannot be stopped, so they would outlive an app that ends before its process.
 */
export const measureProcess = (registry: Registry): void => collectDefaultMetrics({ register: registry });

/** Gauges that are read on each scrape. */
const gaugesOf = (registry: Registry) => (name: string, help: string, read: () => number) =>
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });

/** The compiled operations of documents: how many are kept, and how often one had to be compiled. */
export function measureCompiled(registry: Registry, statistics: CompiledOperations['statistics']): void {
  const gauge = gaugesOf(registry);
  gauge('validation_compiled_operations', 'Compiled operations of documents that are kept', statistics.size);
  gauge('validation_compile_hits', 'Operations of new documents that were compiled already', () => statistics.hits);
  gauge('validation_compile_misses', 'Operations of documents that had to be compiled', () => statistics.misses);
}

/** Counts the requests that the request log dropped because it could not keep up. */
export function countDropped(registry: Registry): (count: number) => void {
  const counter = new Counter({
    name: 'request_log_dropped_total',
    help: 'Requests that the request log has dropped',
    registers: [registry],
  });
  return (count) => counter.inc(count);
}

export interface ObservedRequest {
  /** The template that the router matched, such as `/v1/campaigns/{slug}/leads/{lead_id}`, or the text `none`. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** Counts one answered request. */
export function observeRequest(registry: Registry, request: ObservedRequest): void {
  const histogram = registry.getSingleMetric(requestSeconds) as Histogram<'route' | 'method' | 'status'>;
  const method = methods.has(request.method) ? request.method : 'other';
  histogram.observe({ route: request.route, method, status: `${Math.floor(request.status / 100)}xx` }, request.seconds);
}
