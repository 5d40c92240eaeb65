namespace MicroConvQA.Journeys.Consent;

/// <summary>The consent platforms that an author names by one word.</summary>
internal static class ConsentPlatforms
{
    /// <summary>
    /// OneTrust's banner and preference center; its categories have ids, C0002 performance and C0004 targeting by default.
    /// </summary>
    public static ConsentPlatform OneTrust { get; } =
        new()
        {
            Name = "onetrust",
            Title = "OneTrust",
            Sources =
            [
                "https://developer.onetrust.com/onetrust/docs/javascript-api",
                "https://developer.onetrust.com/onetrust/docs/when-consent-changes",
                "https://github.com/duckduckgo/autoconsent/blob/main/lib/cmps/onetrust.ts",
            ],
            Root = "#onetrust-consent-sdk, #onetrust-banner-sdk, #onetrust-pc-sdk",
            Accept = BannerControl.Of("#onetrust-accept-btn-handler", "#accept-recommended-btn-handler"),
            Reject = BannerControl.Of("#onetrust-reject-all-handler", ".ot-pc-refuse-all-handler"),
            Settings = BannerControl.Of("#onetrust-pc-btn-handler"),
            Save = BannerControl.Of(".save-preference-btn-handler"),
            Switch = BannerControl.Of($"#ot-group-id-{ConsentPlatform.PurposePlace}"),
            Switches = "#onetrust-pc-sdk input.category-switch-handler",
            Analytics = ["C0002"],
            Ads = ["C0004"],
            Reopen = "() => { if (!window.OneTrust?.ToggleInfoDisplay) return false; window.OneTrust.ToggleInfoDisplay(); return true; }",
        };

    /// <summary>Cookiebot's dialog; its categories are preferences, statistics and marketing.</summary>
    public static ConsentPlatform Cookiebot { get; } =
        new()
        {
            Name = "cookiebot",
            Title = "Cookiebot",
            Sources =
            [
                "https://www.cookiebot.com/en/developer/",
                "https://github.com/duckduckgo/autoconsent/blob/main/lib/cmps/cookiebot.ts",
            ],
            Root = "#CybotCookiebotDialog",
            Accept = BannerControl.Of(
                "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll",
                "#CybotCookiebotDialogBodyButtonAccept",
                "#CybotCookiebotDialogBodyLevelButtonAccept"
            ),
            Reject = BannerControl.Of("#CybotCookiebotDialogBodyButtonDecline", "#CybotCookiebotDialogBodyLevelButtonLevelOptinDeclineAll"),
            Settings = BannerControl.Of("#CybotCookiebotDialogBodyLevelButtonCustomize"),
            Save = BannerControl.Of(
                "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowallSelection",
                "#CybotCookiebotDialogBodyLevelButtonAccept"
            ),
            Switch = BannerControl.Of($"#CybotCookiebotDialogBodyLevelButton{ConsentPlatform.PurposePlace}"),
            Switches = "#CybotCookiebotDialog input[id^=CybotCookiebotDialogBodyLevelButton]",
            Analytics = ["Statistics"],
            Ads = ["Marketing"],
            Reopen = "() => { if (!window.Cookiebot?.renew) return false; window.Cookiebot.renew(); return true; }",
        };

    /// <summary>
    /// Usercentrics, whose controls stand in a shadow root: the browser UI of version 2 (<c>#usercentrics-root</c>) and version 3
    /// (<c>#usercentrics-cmp-ui</c>), where purposes are chosen by <c>__ucCmp</c>. The categories' ids are the shop's own.
    /// </summary>
    public static ConsentPlatform Usercentrics { get; } =
        new()
        {
            Name = "usercentrics",
            Title = "Usercentrics",
            Sources =
            [
                "https://docs.usercentrics.com/cmp_v3/latest/",
                "https://docs.usercentrics.com/cmp_browser_sdk/",
                "https://github.com/duckduckgo/autoconsent/blob/main/rules/autoconsent/usercentrics-api.json",
            ],
            Root = "#usercentrics-root, #usercentrics-cmp-ui",
            Accept = BannerControl.Of(
                "#usercentrics-root [data-testid=uc-accept-all-button]",
                "#usercentrics-cmp-ui [data-action-type=accept]"
            ),
            Reject = BannerControl.Of(
                "#usercentrics-root [data-testid=uc-deny-all-button]",
                "#usercentrics-cmp-ui [data-action-type=deny]"
            ),
            Settings = BannerControl.Of(
                "#usercentrics-root [data-testid=uc-more-button]",
                "#usercentrics-root [data-testid=uc-customize-button]",
                "#usercentrics-root [data-testid=uc-customize-anchor]",
                "#usercentrics-cmp-ui [data-action-type=more]"
            ),
            Save = BannerControl.Of("#usercentrics-root [data-testid=uc-save-button]", "#usercentrics-cmp-ui [data-action-type=save]"),
            Switch = BannerControl.Of($"#usercentrics-root #uc-toggle-{ConsentPlatform.PurposePlace}"),
            Switches = "#usercentrics-root [role=switch]",
            Analytics = ["functional"],
            Ads = ["marketing"],
            Choose = """
                async ({ granted, refused }) => {
                  const cmp = window.__ucCmp;
                  if (!cmp?.updateCategoriesConsents) return false;
                  const of = (ids, consent) => ids.map(id => ({ id, consent }));
                  await cmp.updateCategoriesConsents([...of(granted, true), ...of(refused, false)]);
                  await cmp.saveConsents();
                  await cmp.closeCmp?.();
                  return true;
                }
                """,
            Reopen = """
                () => {
                  const ui = [window.__ucCmp, window.UC_UI].find(one => one?.showFirstLayer);
                  if (!ui) return false;
                  ui.showFirstLayer();
                  return true;
                }
                """,
        };

    /// <summary>Didomi's notice; purposes are chosen by a transaction of its API, because each shop names its own.</summary>
    public static ConsentPlatform Didomi { get; } =
        new()
        {
            Name = "didomi",
            Title = "Didomi",
            Sources =
            [
                "https://developers.didomi.io/cmp/web-sdk/reference/api",
                "https://developers.didomi.io/cmp/web-sdk/consent-notice/notice",
                "https://github.com/duckduckgo/autoconsent/blob/main/rules/autoconsent/didomi.json",
            ],
            Root = "#didomi-host",
            Accept = BannerControl.Of("#didomi-notice-agree-button"),
            Reject = BannerControl.Of("#didomi-notice-disagree-button", ".didomi-continue-without-agreeing"),
            Settings = BannerControl.Of("#didomi-notice-learn-more-button"),
            Save = BannerControl.Absent,
            Analytics = ["analytics", "audience_measurement", "measure_content_performance", "market_research"],
            Ads =
            [
                "advertising",
                "advertising_personalization",
                "ad_delivery",
                "select_basic_ads",
                "create_ads_profile",
                "select_personalized_ads",
                "measure_ad_performance",
            ],
            Choose = """
                ({ granted }) => {
                  const didomi = window.Didomi;
                  if (!didomi?.openTransaction) return false;
                  const all = didomi.getRequiredPurposeIds?.() ?? didomi.getRequiredPurposes().map(purpose => purpose.id);
                  const wanted = all.filter(id => granted.includes(id));
                  if (wanted.length === 0) return all;
                  const transaction = didomi.openTransaction();
                  transaction.enablePurposes(...wanted);
                  transaction.disablePurposes(...all.filter(id => !wanted.includes(id)));
                  transaction.commit();
                  return true;
                }
                """,
            AnswerAgain = """
                accepts => {
                  const didomi = window.Didomi;
                  if (!didomi?.setUserAgreeToAll) return false;
                  if (accepts) didomi.setUserAgreeToAll();
                  else didomi.setUserDisagreeToAll();
                  return true;
                }
                """,
        };

    /// <summary>
    /// Shopify's own banner over its Customer Privacy API; <c>preferences</c>, <c>analytics</c> and <c>marketing</c> are chosen on its
    /// second layer.
    /// </summary>
    public static ConsentPlatform Shopify { get; } =
        new()
        {
            Name = "shopify",
            Title = "Shopify",
            Sources =
            [
                "https://shopify.dev/docs/api/customer-privacy",
                "https://github.com/duckduckgo/autoconsent/blob/main/rules/autoconsent/shopify.json",
            ],
            Root = "#shopify-pc__banner, #shopify-pc__prefs",
            Accept = BannerControl.Of("#shopify-pc__banner__btn-accept", "#shopify-pc__prefs__header-accept"),
            Reject = BannerControl.Of("#shopify-pc__banner__btn-decline", "#shopify-pc__prefs__header-decline"),
            Settings = BannerControl.Of("#shopify-pc__banner__btn-manage-prefs"),
            Save = BannerControl.Of("#shopify-pc__prefs__header-save"),
            Switch = BannerControl.Of($"#shopify-pc__prefs__{ConsentPlatform.PurposePlace}-input"),
            Switches = "#shopify-pc__prefs input[type=checkbox]",
            Analytics = ["analytics"],
            Ads = ["marketing"],
            Reopen =
                "() => { if (!window.privacyBanner?.showPreferences) return false; window.privacyBanner.showPreferences(); return true; }",
        };

    /// <summary>
    /// A banner of the shop's own, found by what its buttons usually say; what is called otherwise is the author's own preset.
    /// </summary>
    public static ConsentPlatform Plain { get; } =
        new()
        {
            Name = "plain",
            Title = "Plain banner",
            Sources = ["https://github.com/duckduckgo/autoconsent/blob/main/lib/heuristic-patterns.ts"],
            Root =
                "[id*=consent i], [class*=consent i], [id*=cookie i], [class*=cookie i], [aria-label*=cookie i], [aria-label*=consent i], "
                + "[id*=gdpr i], [class*=gdpr i], [aria-label*=privacy i], dialog, [role=dialog], [role=alertdialog]",
            Accept = BannerControl.Named(
                "Accept all",
                "Accept all cookies",
                "Allow all",
                "Allow all cookies",
                "Accept cookies",
                "Allow cookies",
                "Agree to all",
                "I accept",
                "I agree",
                "Accept",
                "Agree",
                "Allow",
                "Got it",
                "OK",
                "Alle akzeptieren",
                "Alle Cookies akzeptieren",
                "Alles akzeptieren",
                "Alle zulassen",
                "Alle erlauben",
                "Akzeptieren",
                "Zustimmen",
                "Einverstanden",
                "Tout accepter",
                "Accepter tout",
                "Accepter",
                "J'accepte",
                "Aceptar todo",
                "Aceptar todas",
                "Aceptar",
                "Accetta tutto",
                "Accetta tutti",
                "Accetta",
                "Alles accepteren",
                "Alles toestaan",
                "Accepteren",
                "Aceitar tudo",
                "Aceitar todos",
                "Aceitar",
                "Zaakceptuj wszystkie",
                "Akceptuję",
                "Godkänn alla",
                "Acceptera alla",
                "Accepter alle",
                "Godta alle",
                "Hyväksy kaikki",
                "Összes elfogadása",
                "Přijmout vše"
            ),
            Reject = BannerControl.Named(
                "Reject all",
                "Reject all cookies",
                "Decline all",
                "Deny all",
                "Refuse all",
                "Only necessary",
                "Necessary only",
                "Only essential",
                "Essential only",
                "Use necessary cookies only",
                "Accept only necessary",
                "Accept only essential",
                "Strictly necessary only",
                "Continue without accepting",
                "Reject",
                "Decline",
                "Deny",
                "Refuse",
                "Disagree",
                "No, thanks",
                "Alle ablehnen",
                "Alles ablehnen",
                "Nur notwendige",
                "Nur notwendige Cookies",
                "Nur erforderliche",
                "Nur essenzielle",
                "Nur technisch notwendige",
                "Ablehnen",
                "Tout refuser",
                "Continuer sans accepter",
                "Refuser",
                "Rechazar todo",
                "Rechazar todas",
                "Rechazar",
                "Rifiuta tutto",
                "Rifiuta tutti",
                "Rifiuta",
                "Alles weigeren",
                "Alleen noodzakelijk",
                "Weigeren",
                "Rejeitar tudo",
                "Rejeitar todos",
                "Rejeitar",
                "Odrzuć wszystkie",
                "Odrzuć",
                "Avvisa alla",
                "Endast nödvändiga",
                "Afvis alle",
                "Kun nødvendige",
                "Avvis alle",
                "Hylkää kaikki",
                "Összes elutasítása",
                "Odmítnout vše"
            ),
            Settings = BannerControl.Named(
                "Settings",
                "Cookie settings",
                "Cookies settings",
                "Privacy settings",
                "Manage preferences",
                "Manage settings",
                "Manage cookies",
                "Preferences",
                "Customize",
                "Customise",
                "Options",
                "More options",
                "Let me choose",
                "Einstellungen",
                "Cookie-Einstellungen",
                "Einstellungen verwalten",
                "Anpassen",
                "Mehr Optionen",
                "Paramètres",
                "Paramétrer",
                "Personnaliser",
                "Configurar",
                "Preferencias",
                "Personalizza",
                "Impostazioni",
                "Instellingen",
                "Voorkeuren",
                "Definições",
                "Ustawienia",
                "Inställningar",
                "Indstillinger"
            ),
            Save = BannerControl.Named(
                "Save settings",
                "Save preferences",
                "Save selection",
                "Save choices",
                "Save my choices",
                "Confirm my choices",
                "Confirm choices",
                "Confirm selection",
                "Accept selection",
                "Accept selected",
                "Allow selection",
                "Save and close",
                "Save",
                "Confirm",
                "Auswahl speichern",
                "Einstellungen speichern",
                "Auswahl bestätigen",
                "Auswahl erlauben",
                "Speichern",
                "Enregistrer",
                "Enregistrer mes choix",
                "Valider",
                "Guardar",
                "Guardar preferencias",
                "Salva",
                "Salva preferenze",
                "Opslaan",
                "Guardar preferências",
                "Zapisz",
                "Spara",
                "Gem"
            ),
            Switches = "input[type=checkbox], [role=switch]",
            Analytics =
            [
                "Analytics",
                "Analytics cookies",
                "Statistics",
                "Performance",
                "Performance cookies",
                "Measurement",
                "Statistik",
                "Analyse",
                "Statistiques",
                "Analítica",
                "Statistiche",
                "Statistieken",
            ],
            Ads =
            [
                "Ads",
                "Advertising",
                "Marketing",
                "Marketing cookies",
                "Targeting",
                "Targeting cookies",
                "Advertising cookies",
                "Werbung",
                "Publicité",
                "Publicidad",
                "Pubblicità",
                "Advertenties",
            ],
            Reopener = BannerControl.Named(
                "Cookie settings",
                "Cookies settings",
                "Cookie preferences",
                "Manage cookies",
                "Privacy settings",
                "Your privacy choices",
                "Consent settings",
                "Cookie-Einstellungen",
                "Datenschutz-Einstellungen",
                "Gestion des cookies",
                "Paramètres des cookies",
                "Configuración de cookies",
                "Impostazioni cookie",
                "Cookie-instellingen"
            ),
        };

    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<ConsentPlatform> All { get; } = [OneTrust, Cookiebot, Usercentrics, Didomi, Shopify, Plain];
}
