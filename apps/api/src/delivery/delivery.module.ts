import { Module } from '@nestjs/common';
import { BoardController } from './board.controller';
import { CloseProjectHandler } from './close-project.handler';
import { deliveryCommandHandlers } from './delivery.commands';
import { DeliveryController } from './delivery.controller';

@Module({ controllers: [DeliveryController, BoardController], providers: [...Object.values(deliveryCommandHandlers), CloseProjectHandler] })
export class DeliveryModule {}
