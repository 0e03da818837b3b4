package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import io.referralflow.reward.InstalmentState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every letter in Dutch, word for word: the page to read when a sentence is changed.
class LettersInDutchTest {

  private final Letters letters = new Letters();

  @Test
  void invitation() {
    assertThat(written(LetterKind.INVITATION))
        .isEqualTo(
            """
            Emma Bakker heeft je aanbevolen voor Test engineer bij Example Engineering

            Hallo Sam Sample,

            Emma Bakker denkt dat de functie Test engineer bij Example Engineering iets voor jou is, en heeft je daarom bij ons aanbevolen.

            Wil jij dat ook? Zonder jouw ja gebeurt er niets. Kijk rustig wat de vacature inhoudt en wat we van je bewaren, en zeg dan ja of nee. Een account heb je niet nodig.

            Bekijk en antwoord:
            https://referrals.example.com/#/referrals/1042

            Je kunt antwoorden tot en met 7 december 2026. Horen we niets, dan sturen we je één herinnering en daarna verloopt de uitnodiging vanzelf.

            Antwoord je niet, dan verwijderen we je gegevens uiterlijk op 4 januari 2027.

            Je gegevens
            -----------

            Wat we bewaren
              Je naam, je e-mailadres en wat Emma Bakker verder over je heeft ingevuld. Achter de link hierboven zie je alles.

            Van wie we het hebben
              Van Emma Bakker. Verder hebben we niets over je opgezocht.

            Waarvoor
              Om je deze vraag te stellen en, als je ja zegt, om je kandidatuur voor deze vacature te behandelen. Kom je bij ons werken, dan krijgt Emma Bakker een beloning.

            Waarom dat mag
              We hebben er een gerechtvaardigd belang bij om je dit één keer te vragen. Na je antwoord gaan we alleen verder met jouw toestemming.

            Wat Emma Bakker te horen krijgt
              Hoe ver de procedure is. Loopt die af, dan bepaal jij of Emma Bakker ook hoort in welke fase en waarom.

            Hoe lang
              Tot vier weken na het einde van de procedure, of een jaar als jij daarvoor kiest. Een procedure die niemand beëindigt, eindigt vanzelf; achter de link hierboven zie je tot wanneer we je gegevens bewaren.

            Je rechten
              Met dezelfde link, zonder account, kun je je gegevens inzien, er een kopie van krijgen, ze verbeteren, ze laten verwijderen en bezwaar maken. Terugtrekken kan altijd; dan verwijderen we je gegevens meteen. Een klacht kun je indienen bij de Autoriteit Persoonsgegevens.

            Bij wie je terechtkunt
              Vragen over je gegevens? Schrijf naar Example Engineering: privacy@example.com

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void imported() {
    assertThat(written(LetterKind.IMPORTED))
        .isEqualTo(
            """
            Emma Bakker heeft je aanbevolen voor Test engineer bij Example Engineering

            Hallo Sam Sample,

            Emma Bakker heeft je bij Example Engineering aanbevolen voor de functie Test engineer. Dat begon voordat we aanbevelingen in dit systeem bijhielden; vanaf nu loopt het hier verder, en daarom vertellen we je wat we van je bewaren en welke rechten je hebt.

            In de procedure verandert er niets, en je hoeft niets te doen. Wil je niet langer aanbevolen zijn, dan kun je dat achter deze link zeggen.

            Bekijk je gegevens:
            https://referrals.example.com/#/referrals/1042

            Je gegevens
            -----------

            Wat we bewaren
              Je naam, je e-mailadres en wat Emma Bakker verder over je heeft ingevuld. Achter de link hierboven zie je alles.

            Van wie we het hebben
              Van Emma Bakker. Verder hebben we niets over je opgezocht.

            Waarvoor
              Om je kandidatuur of je dienstverband voort te zetten zoals het was afgesproken, en om Emma Bakker de beloning te geven die was beloofd als je bij ons werkt.

            Waarom dat mag
              We hebben er een gerechtvaardigd belang bij om na te komen wat aan Emma Bakker is beloofd. Daartegen kun je altijd bezwaar maken.

            Wat Emma Bakker te horen krijgt
              Hoe ver de procedure is. Loopt die af, dan bepaal jij of Emma Bakker ook hoort in welke fase en waarom.

            Hoe lang
              Tot vier weken na het einde van de procedure, of een jaar als jij daarvoor kiest. Een procedure die niemand beëindigt, eindigt vanzelf; achter de link hierboven zie je tot wanneer we je gegevens bewaren.

            Je rechten
              Met dezelfde link, zonder account, kun je je gegevens inzien, er een kopie van krijgen, ze verbeteren, ze laten verwijderen en bezwaar maken. Terugtrekken kan altijd; dan verwijderen we je gegevens meteen. Een klacht kun je indienen bij de Autoriteit Persoonsgegevens.

            Bij wie je terechtkunt
              Vragen over je gegevens? Schrijf naar Example Engineering: privacy@example.com

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void invitation_reminder() {
    assertThat(written(LetterKind.INVITATION_REMINDER))
        .isEqualTo(
            """
            Nog even over Test engineer bij Example Engineering

            Hallo Sam Sample,

            Een paar dagen geleden schreven we je dat Emma Bakker je heeft aanbevolen voor Test engineer bij Example Engineering. Misschien is die mail je ontgaan.

            Lijkt het je wat? Zeg dan ja. Liever niet? Nee is net zo welkom. Zonder jouw ja gebeurt er niets, en een account heb je niet nodig.

            Bekijk en antwoord:
            https://referrals.example.com/#/referrals/1042

            Je kunt antwoorden tot en met 7 december 2026. Dit is onze enige herinnering; daarna verloopt de uitnodiging vanzelf.

            Antwoord je niet, dan verwijderen we je gegevens uiterlijk op 4 januari 2027.

            Achter de link zie je ook alles wat we van je bewaren en welke rechten je hebt. Je kunt je gegevens daar meteen laten verwijderen.

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void rejected() {
    assertThat(written(LetterKind.REJECTED))
        .isEqualTo(
            """
            Over je kandidatuur voor Test engineer bij Example Engineering

            Hallo Sam Sample,

            We hebben je kandidatuur voor Test engineer zorgvuldig bekeken en gaan deze keer niet met je verder. We begrijpen dat je op ander nieuws hoopte.

            We zochten voor deze functie iemand met andere of meer ervaring.

            Dank je wel voor je tijd en voor je vertrouwen. We wensen je veel succes bij wat je hierna gaat doen.

            Jij hoort dit als eerste. Emma Bakker krijgt pas later bericht dat de procedure is afgelopen, en niet meer dan jij hebt toegestaan.

            We bewaren je gegevens nog tot en met 4 januari 2027. Daarna verwijderen we ze.

            Wil je dat het eerder gebeurt? Achter deze link zie je wat we bewaren en kun je het meteen laten verwijderen.

            Bekijk of verwijder je gegevens:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void expired() {
    assertThat(written(LetterKind.EXPIRED))
        .isEqualTo(
            """
            De uitnodiging voor Test engineer bij Example Engineering is verlopen

            Hallo Sam Sample,

            Emma Bakker had je aanbevolen voor Test engineer bij Example Engineering. We hebben geen antwoord van je gekregen, en daarom is de uitnodiging nu verlopen.

            Dat is helemaal goed: zonder jouw ja gebeurt er niets. Je hoeft niets te doen, en over deze aanbeveling vragen we je niets meer.

            We bewaren je gegevens nog tot en met 4 januari 2027. Daarna verwijderen we ze.

            Wil je dat het eerder gebeurt? Achter deze link zie je wat we bewaren en kun je het meteen laten verwijderen.

            Bekijk of verwijder je gegevens:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void lapsed() {
    assertThat(written(LetterKind.LAPSED))
        .isEqualTo(
            """
            De aanbeveling voor Test engineer bij Example Engineering is afgelopen

            Hallo Sam Sample,

            Emma Bakker had je aanbevolen voor Test engineer bij Example Engineering. Een aanbeveling telt een bepaalde tijd mee. Die tijd is voorbij en we hebben niet gehoord dat je bent aangenomen; daarom is de aanbeveling nu afgelopen.

            Dat zegt niets over jou. Ben je nog met Example Engineering in gesprek, dan gaat dat gewoon door. Je hoeft niets te doen.

            Jij hoort dit als eerste. Emma Bakker krijgt pas later bericht dat de procedure is afgelopen, en niet meer dan jij hebt toegestaan.

            We bewaren je gegevens nog tot en met 4 januari 2027. Daarna verwijderen we ze.

            Wil je dat het eerder gebeurt? Achter deze link zie je wat we bewaren en kun je het meteen laten verwijderen.

            Bekijk of verwijder je gegevens:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void goodbye() {
    assertThat(written(LetterKind.GOODBYE))
        .isEqualTo(
            """
            Je bent afgemeld voor Test engineer bij Example Engineering

            Hallo Sam Sample,

            Je hebt ons laten weten dat je niet of niet langer in aanmerking wilt komen voor Test engineer bij Example Engineering. Dat is geregeld. Dank je wel dat je het hebt laten weten.

            Emma Bakker krijgt later bericht dat de procedure is afgelopen, en niet meer dan jij hebt toegestaan.

            We bewaren je gegevens nog tot en met 4 januari 2027. Daarna verwijderen we ze.

            Wil je dat het eerder gebeurt? Achter deze link zie je wat we bewaren en kun je het meteen laten verwijderen.

            Bekijk of verwijder je gegevens:
            https://referrals.example.com/#/referrals/1042

            Dit is onze laatste mail over deze aanbeveling.

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void goodbye_after_the_hire() {
    var letter =
        letters.write(
            LetterKind.GOODBYE,
            LetterFixtures.with(
                LetterKind.GOODBYE, Language.NL, Set.of(LetterFixtures.Need.STARTS_ON)));

    assertThat(letter.subject())
        .isEqualTo("We verwijderen je gegevens over Test engineer bij Example Engineering");
    assertThat(letter.text())
        .contains(
            """

            Je hebt ons gevraagd je gegevens over je aanbeveling voor Test engineer bij Example Engineering niet langer te gebruiken. Dat is geregeld. Aan je dienstverband verandert niets.

            Emma Bakker ziet je naam niet meer. Een beloning voor de aanbeveling volgt gewoon de regels.
            """);
  }

  @Test
  void promise_near() {
    var letter =
        letters.write(
            LetterKind.PROMISE_NEAR, LetterFixtures.full(LetterKind.PROMISE_NEAR, Language.NL));

    assertThat(letter.subject())
        .isEqualTo("Betaling nog te bevestigen vóór 3 maart 2027: € 1.750,00, kenmerk RF-1042-1");
    assertThat(letter.text())
        .contains("de betaling is nog niet bevestigd. Is er al betaald, bevestig dat dan");
  }

  @Test
  void promise_near_of_what_is_not_released() {
    var letter =
        letters.write(
            LetterKind.PROMISE_NEAR,
            LetterFixtures.bare(LetterKind.PROMISE_NEAR, Language.NL)
                .link(LetterFixtures.PAGE)
                .instalments(List.of(LetterFixtures.first(InstalmentState.PLANNED)))
                .payout(1, "RF-1042-1")
                .build());

    assertThat(letter.subject())
        .isEqualTo(
            "Betaling nog niet vrijgegeven, beloofd vóór 3 maart 2027: € 1.750,00, kenmerk RF-1042-1");
    assertThat(letter.text())
        .contains(
            "het is nog niet vrijgegeven: de uitbetalingen liggen stil, of het vrijgeven is mislukt. Betaal het niet");
  }

  @Test
  void promise_near_of_what_is_on_hold() {
    var letter =
        letters.write(
            LetterKind.PROMISE_NEAR,
            LetterFixtures.bare(LetterKind.PROMISE_NEAR, Language.NL)
                .link(LetterFixtures.PAGE)
                .instalments(List.of(LetterFixtures.first(InstalmentState.HELD)))
                .payout(1, "RF-1042-1")
                .build());

    assertThat(letter.subject())
        .isEqualTo(
            "Betaling aangehouden, beloofd vóór 3 maart 2027: € 1.750,00, kenmerk RF-1042-1");
    assertThat(letter.text())
        .contains(
            "of de programmamanager moet nog besluiten of het verdiend is. Betaal het niet op grond van deze mail");
  }

  @Test
  void taken_back() {
    assertThat(written(LetterKind.TAKEN_BACK))
        .isEqualTo(
            """
            De aanbeveling voor Test engineer bij Example Engineering is teruggenomen

            Hallo Sam Sample,

            Emma Bakker heeft de aanbeveling van jou voor Test engineer bij Example Engineering teruggenomen. De procedure stopt daarmee.

            Je hoeft niets te doen.

            We verwijderen je gegevens nu deze mail is verstuurd, uiterlijk binnen 24 uur.

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Emma Bakker je heeft aanbevolen bij Example Engineering. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void received() {
    assertThat(written(LetterKind.RECEIVED))
        .isEqualTo(
            """
            Ontvangen: Sam Sample voor Test engineer

            Hallo Emma Bakker,

            Dank je wel dat je aan Sam Sample hebt gedacht. Je aanbeveling is binnen.

            Ontvangstnummer: 1042
            Ontvangen op:    23 november 2026 om 09:05
            Vacature:        Test engineer

            De volgende stap: we hebben Sam Sample gevraagd om ja of nee te zeggen. Dat kan tot en met 7 december 2026. Zodra er een ja is, hoor je het van ons.

            Je beloning als het lukt
            ------------------------

            Deel 1, op de eerste werkdag:          € 1.750,00
            Deel 2, aan het eind van de proeftijd: € 1.750,00

            Zodra er een startdatum is, hoor je op welke dagen je dit verdient en wanneer het uiterlijk betaald is.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void accepted() {
    assertThat(written(LetterKind.ACCEPTED))
        .isEqualTo(
            """
            Sam Sample zegt ja tegen Test engineer

            Hallo Emma Bakker,

            Goed nieuws: Sam Sample wil in aanmerking komen voor Test engineer.

            De volgende stap: een recruiter bekijkt de kandidatuur. Je hoort van ons zodra er een besluit is.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void advanced() {
    assertThat(written(LetterKind.ADVANCED))
        .isEqualTo(
            """
            Sam Sample is door de selectie voor Test engineer

            Hallo Emma Bakker,

            Goed nieuws: Sam Sample is door de selectie voor Test engineer.

            De volgende stap: het bedrijf en de kandidaat worden het eens over een baan. Je hoort van ons als er een startdatum is, of als de procedure is afgelopen.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void hired() {
    assertThat(written(LetterKind.HIRED))
        .isEqualTo(
            """
            Sam Sample komt bij Example Engineering werken

            Hallo Emma Bakker,

            Gefeliciteerd, en dank je wel: Sam Sample is aangenomen voor Test engineer.

            De eerste werkdag is 1 februari 2027.

            Je beloning
            -----------

            Deel 1, op de eerste werkdag
              € 1.750,00
              verdiend op 1 februari 2027, uiterlijk betaald op 3 maart 2027

            Deel 2, aan het eind van de proeftijd
              € 1.750,00
              verdiend op 1 april 2027, uiterlijk betaald op 30 april 2027

            Een deel is verdiend als Sam Sample op die dag in dienst is. Wat verdiend is, blijft van jou.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void plan_changed() {
    assertThat(written(LetterKind.PLAN_CHANGED))
        .isEqualTo(
            """
            De data van je beloning zijn veranderd: Sam Sample

            Hallo Emma Bakker,

            Er is iets veranderd in de planning van Sam Sample voor Test engineer. Hieronder staat hoe het nu is. Deze mail vervangt wat we je eerder over de beloning schreven.

            De eerste werkdag is 1 februari 2027.

            Je beloning
            -----------

            Deel 1, op de eerste werkdag
              € 1.750,00
              betaald

            Deel 2, aan het eind van de proeftijd
              € 1.750,00
              vervallen

            Een deel is verdiend als Sam Sample op die dag in dienst is. Wat verdiend is, blijft van jou.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void paid() {
    assertThat(written(LetterKind.PAID))
        .isEqualTo(
            """
            Betaald: € 1.750,00 voor je aanbeveling van Sam Sample

            Hallo Emma Bakker,

            Deel 1 van je beloning voor Sam Sample is betaald.

            Bedrag:          € 1.750,00
            Betaald op:      26 februari 2027
            Kenmerk:         RF-1042-1
            Ontvangstnummer: 1042

            Wat er nog komt
            ---------------

            Deel 2, aan het eind van de proeftijd
              € 1.750,00
              verdiend op 1 april 2027, uiterlijk betaald op 30 april 2027

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void held() {
    assertThat(written(LetterKind.HELD))
        .isEqualTo(
            """
            Even wachten: Sam Sample voor Test engineer

            Hallo Emma Bakker,

            Bij je aanbeveling van Sam Sample voor Test engineer is een vraag ontstaan die een mens moet beantwoorden. Tot dan staat de beloning stil. Je hoeft niets te doen.

            De volgende stap: de programmamanager bekijkt het en neemt een besluit. Je hoort het van ons.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void ended() {
    assertThat(written(LetterKind.ENDED))
        .isEqualTo(
            """
            Afgelopen: Sam Sample voor Test engineer

            Hallo Emma Bakker,

            De procedure van Sam Sample voor Test engineer is afgelopen.

            De laatste fase was: aanname.

            De reden: ervaring.

            Meer kunnen we er niet over zeggen: de kandidaat bepaalt wat we delen.

            Je beloning
            -----------

            Deel 1, op de eerste werkdag
              € 1.750,00
              vervallen

            Deel 2, aan het eind van de proeftijd
              € 1.750,00
              vervallen

            Dank je wel dat je iemand hebt aanbevolen.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void appeal_allowed() {
    assertThat(written(LetterKind.APPEAL_ALLOWED))
        .isEqualTo(
            """
            Je bezwaar is toegewezen: Sam Sample voor Test engineer

            Hallo Emma Bakker,

            Je bezwaar is toegewezen. Je aanbeveling van Sam Sample voor Test engineer levert je op wat hieronder staat.

            Wat er besloten is en waarom, staat op de pagina van je aanbeveling.

            De eerste werkdag is 1 februari 2027.

            Je beloning
            -----------

            Deel 1, op de eerste werkdag
              € 1.750,00
              verdiend op 1 februari 2027, uiterlijk betaald op 3 maart 2027

            Deel 2, aan het eind van de proeftijd
              € 1.750,00
              verdiend op 1 april 2027, uiterlijk betaald op 30 april 2027

            Een deel is verdiend als Sam Sample op die dag in dienst is. Wat verdiend is, blijft van jou.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void appeal_dismissed() {
    assertThat(written(LetterKind.APPEAL_DISMISSED))
        .isEqualTo(
            """
            Je bezwaar is afgewezen: Sam Sample voor Test engineer

            Hallo Emma Bakker,

            Je bezwaar is bekeken en afgewezen. Je aanbeveling van Sam Sample voor Test engineer levert je geen beloning op.

            Waarom, staat op de pagina van je aanbeveling. Over een bezwaar wordt één keer besloten; hiermee is het klaar.

            Volg je aanbeveling:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat het over je eigen aanbeveling gaat. Ontvangstnummer: 1042.
            """);
  }

  @Test
  void payout() {
    assertThat(written(LetterKind.PAYOUT))
        .isEqualTo(
            """
            Te betalen: € 1.750,00, kenmerk RF-1042-1

            Hallo,

            Er is een deel van een beloning vrijgegeven. Betaal het uiterlijk op 3 maart 2027.

            Kenmerk:              RF-1042-1
            Ontvangstnummer:      1042
            Te betalen aan:       Emma Bakker
            Bedrag:               € 1.750,00
            Deel van de beloning: 1
            Verschuldigd op:      1 februari 2027
            Beloofd uiterlijk:    3 maart 2027

            De pagina met uitbetalingen is leidend. Kijk daar voor je betaalt, en bevestig daar de betaling met hetzelfde kenmerk.

            Naar de uitbetalingen:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Example Engineering dit adres heeft opgegeven voor uitbetalingen.
            """);
  }

  @Test
  void payout_copy() {
    assertThat(written(LetterKind.PAYOUT_COPY))
        .isEqualTo(
            """
            KOPIE, niet twee keer betalen: € 1.750,00, kenmerk RF-1042-1

            Hallo,

            Dit is een kopie. We weten niet zeker of onze eerste mail over deze uitbetaling is aangekomen. Het kenmerk is hetzelfde: is er al betaald, betaal dan niet nog een keer.

            Kenmerk:              RF-1042-1
            Ontvangstnummer:      1042
            Te betalen aan:       Emma Bakker
            Bedrag:               € 1.750,00
            Deel van de beloning: 1
            Verschuldigd op:      1 februari 2027
            Beloofd uiterlijk:    3 maart 2027

            De pagina met uitbetalingen is leidend. Kijk daar voor je betaalt, en bevestig daar de betaling met hetzelfde kenmerk.

            Naar de uitbetalingen:
            https://referrals.example.com/#/referrals/1042

            Met vriendelijke groet,
            Example Engineering

            --
            Je krijgt deze mail omdat Example Engineering dit adres heeft opgegeven voor uitbetalingen.
            """);
  }

  /// The subject, an empty line and the text.
  private String written(LetterKind kind) {
    var letter = letters.write(kind, LetterFixtures.full(kind, Language.NL));
    return letter.subject() + "\n\n" + letter.text();
  }
}
