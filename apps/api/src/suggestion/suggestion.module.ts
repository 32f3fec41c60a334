import { Module } from '@nestjs/common';
import { MergeSuggestionHandler } from './merge-suggestion.handler';
import { EnterSuggestionHandler, SubmitSuggestionHandler } from './receive-suggestion.handlers';
import { ScreenSuggestionHandler } from './screen-suggestion.handler';
import { suggestionCommandHandlers } from './suggestion.commands';
import { SuggestionController } from './suggestion.controller';

@Module({
  controllers: [SuggestionController],
  providers: [
    ...Object.values(suggestionCommandHandlers),
    SubmitSuggestionHandler,
    EnterSuggestionHandler,
    MergeSuggestionHandler,
    ScreenSuggestionHandler,
  ],
})
export class SuggestionModule {}
