import { Module } from '@nestjs/common';
import { ObservabilityController } from './observability.controller.js';

/** The routes on health and figures; apart from ObservabilityModule, which has to load without the HTTP edge. */
@Module({ controllers: [ObservabilityController] })
export class HealthModule {}
