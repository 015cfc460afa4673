package org.whorl.server.strengths;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

/** What of strengths goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class StrengthParts {

    @Bean
    Undoable undoAsset(AssetMap assets) {
        return new Undoable(Asset.VERSIONED.kind(), assets::undo);
    }

    @Bean
    Findable findAssets() {
        return AssetStore.FOR_ANYBODY;
    }

    @Bean
    Findable findAssetsInside() {
        return AssetStore.INSIDE;
    }

    @Bean
    Undoable undoOffer(Offers offers) {
        return new Undoable(Offer.VERSIONED.kind(), offers::undo);
    }

    @Bean
    Findable findOffers() {
        return OfferStore.FIND;
    }

    @Bean
    Undoable undoInquiry(BrightSpots spots) {
        return new Undoable(Inquiry.VERSIONED.kind(), spots::undo);
    }

    @Bean
    Spun spinStrength() {
        return StrengthThreadStore.SPUN;
    }
}
