"""Words for the generated sentences: invented people and bodies, plain news nouns, speech verbs with their forms."""

from __future__ import annotations

from dataclasses import dataclass

FEMALE = (
    "Anna Maria Petra Sabine Claudia Julia Katrin Susanne Monika Birgit Heike Nadine Lena Laura Carla Elke Ute Jana "
    "Franziska Miriam Aylin Fatma Elif Olga Irina Sofia Giulia Chiara Amélie Marie Ingrid Renate Doris Gerda Verena "
    "Regula Ursina Annette Manuela Yvonne"
).split()
MALE = (
    "Peter Thomas Michael Andreas Stefan Markus Jens Lars Uwe Ralf Holger Frank Jürgen Klaus Dieter Bernd Tobias "
    "Florian Jan Felix Lukas Paul Mehmet Ali Yusuf Igor Sergej Pjotr Antonio Luca Pierre Jacques Urs Beat Reto Franz "
    "Josef Alois Herbert Günther"
).split()
SURNAMES = (
    "Meier Schmidt Wagner Becker Hoffmann Krüger Lehmann Kaiser Brandt Vogel Hartmann Lorenz Seidel Pohl Winkler Graf "
    "Busch Thiel Jansen Petersen Hansen Clausen Ehlers Reuter Stolz Kern Wolff Arnold Bach Dorn Eder Falk Gruber "
    "Huber Illner Jost Kuhn Lang Moser Noll Oswald Pfeiffer Quandt Rieger Sailer Tanner Ulrich Vetter Weiss Zeller "
    "Yilmaz Demir Kaya Öztürk Petrow Iwanow Kowalski Nowak Rossi Bianchi Dupont Moreau Garcia Silva Johnson Miller "
    "Brown Andersson Nielsen Haddad Mansour Okafor Tanaka Chen Nguyen Bürki Aebischer Zürcher Blatter Imhof"
).split()
CITIES = (
    "Berlin Hamburg München Köln Bonn Leipzig Dresden Bremen Kiel Mainz Erfurt Potsdam Rostock Ulm Kassel Augsburg "
    "Wien Graz Linz Salzburg Innsbruck Bern Zürich Basel Genf Luzern Paris London Rom Madrid Brüssel Moskau Kiew "
    "Warschau Washington Peking Ankara Athen Oslo Tokio Lindenau Altstedt Neuburg Waldheim Seeheim Ostheim"
).split()
LANDS = (
    "Frankreich Italien Polen Spanien Russland China Japan Indien Österreich Deutschland Bayern Hessen Sachsen "
    "Norwegen Schweden Griechenland Ungarn Israel Brasilien Kanada"
).split()
PARTIES = "SPD CDU CSU FDP AfD BSW SVP ÖVP FPÖ SPÖ Grünen Linken Linke".split()
AGENCIES = "dpa AFP Reuters APA SDA epd KNA ATS AP".split()
OUTLETS = "Tagesblatt Abendpost Morgenzeitung Rundschau Stadtanzeiger Landbote Kurier Echo".split()

# masculine and feminine names of offices; genitive and plural follow the usual pattern
OFFICES = {
    "Masc": (
        "Minister Präsident Kanzler Sprecher Bürgermeister Oberbürgermeister Landrat Trainer Anwalt Professor Forscher "
        "Geschäftsführer Vorsitzende Direktor Leiter Chef Außenminister Innenminister Finanzminister "
        "Ministerpräsident Bundeskanzler Generalsekretär Staatssekretär Botschafter Pfarrer Bischof Richter "
        "Staatsanwalt Polizeisprecher Parteichef Fraktionschef Regierungssprecher Verkehrsminister Umweltminister "
        "Gesundheitsminister Abgeordnete Historiker Ökonom Analyst Wirt Bauer Augenzeuge Stürmer Kapitän Autor "
        "Regisseur Virologe Bundesrat Nationalrat Stadtrat Vorstand Manager Gewerkschafter Feuerwehrchef"
    ).split(),
    "Fem": (
        "Ministerin Präsidentin Kanzlerin Sprecherin Bürgermeisterin Oberbürgermeisterin Landrätin Trainerin Anwältin "
        "Professorin Forscherin Geschäftsführerin Vorsitzende Direktorin Leiterin Chefin Außenministerin "
        "Innenministerin Finanzministerin Ministerpräsidentin Bundeskanzlerin Generalsekretärin Staatssekretärin "
        "Botschafterin Pfarrerin Bischöfin Richterin Staatsanwältin Polizeisprecherin Parteichefin Fraktionschefin "
        "Regierungssprecherin Verkehrsministerin Umweltministerin Gesundheitsministerin Abgeordnete Historikerin "
        "Ökonomin Analystin Wirtin Bäuerin Augenzeugin Stürmerin Kapitänin Autorin Regisseurin Virologin "
        "Bundesrätin Nationalrätin Stadträtin Managerin Gewerkschafterin Studienleiterin"
    ).split(),
}
# nominative singular, genitive singular, nominative plural ("-" where there is none in use)
BODIES = {
    "Fem": (
        "Polizei,Polizei,- Feuerwehr,Feuerwehr,- Regierung,Regierung,Regierungen Behörde,Behörde,Behörden "
        "Gewerkschaft,Gewerkschaft,Gewerkschaften Partei,Partei,Parteien Opposition,Opposition,- "
        "Staatsanwaltschaft,Staatsanwaltschaft,- Kommission,Kommission,Kommissionen Bank,Bank,Banken "
        "Firma,Firma,Firmen Bundesregierung,Bundesregierung,- Landesregierung,Landesregierung,- "
        "Stadtverwaltung,Stadtverwaltung,- Universität,Universität,Universitäten Bahn,Bahn,- Kirche,Kirche,Kirchen "
        "Armee,Armee,- Botschaft,Botschaft,- Initiative,Initiative,Initiativen "
        "Organisation,Organisation,Organisationen Agentur,Agentur,- Klinik,Klinik,Kliniken "
        "Fluggesellschaft,Fluggesellschaft,- Zentralbank,Zentralbank,-"
    ).split(),
    "Masc": (
        "Verband,Verbandes,Verbände Konzern,Konzerns,Konzerne Verein,Vereins,Vereine Bund,Bundes,- "
        "Hersteller,Herstellers,Hersteller Sender,Senders,Sender Rat,Rates,Räte Ausschuss,Ausschusses,Ausschüsse "
        "Betreiber,Betreibers,Betreiber Wetterdienst,Wetterdienstes,- Flughafen,Flughafens,- Landkreis,Landkreises,- "
        "Betriebsrat,Betriebsrates,- Kreml,Kremls,- Stadtrat,Stadtrates,- Veranstalter,Veranstalters,Veranstalter "
        "Netzbetreiber,Netzbetreibers,- Zoll,Zolls,-"
    ).split(),
    "Neut": (
        "Ministerium,Ministeriums,Ministerien Unternehmen,Unternehmens,Unternehmen Gericht,Gerichts,Gerichte "
        "Amt,Amtes,Ämter Institut,Instituts,Institute Parlament,Parlaments,- Landratsamt,Landratsamtes,- "
        "Bündnis,Bündnisses,- Komitee,Komitees,- Krankenhaus,Krankenhauses,- Innenministerium,Innenministeriums,- "
        "Außenministerium,Außenministeriums,- Präsidium,Präsidiums,- Bundesamt,Bundesamtes,- Kabinett,Kabinetts,-"
    ).split(),
}
THINGS = {
    "Fem": (
        "Brücke,Brücke,Brücken Schule,Schule,Schulen Reform,Reform,Reformen Steuer,Steuer,Steuern Lage,Lage,- "
        "Entscheidung,Entscheidung,Entscheidungen Straße,Straße,Straßen Zahl,Zahl,Zahlen Krise,Krise,Krisen "
        "Einigung,Einigung,- Förderung,Förderung,- Sitzung,Sitzung,Sitzungen Strecke,Strecke,Strecken "
        "Anlage,Anlage,Anlagen Frist,Frist,Fristen Untersuchung,Untersuchung,Untersuchungen Miete,Miete,Mieten "
        "Ursache,Ursache,- Wahl,Wahl,Wahlen Lösung,Lösung,Lösungen Maßnahme,Maßnahme,Maßnahmen Hilfe,Hilfe,Hilfen"
    ).split(),
    "Masc": (
        "Plan,Plans,Pläne Vertrag,Vertrags,Verträge Haushalt,Haushalts,- Streik,Streiks,Streiks Vorschlag,Vorschlags,"
        "Vorschläge Bau,Baus,Bauten Preis,Preises,Preise Angriff,Angriffs,Angriffe Bericht,Berichts,Berichte "
        "Verdacht,Verdachts,- Unfall,Unfalls,Unfälle Fahrer,Fahrers,Fahrer Antrag,Antrags,Anträge Krieg,Krieges,- "
        "Tunnel,Tunnels,Tunnel Umsatz,Umsatzes,- Markt,Marktes,Märkte Zug,Zuges,Züge Fall,Falls,Fälle"
    ).split(),
    "Neut": (
        "Gesetz,Gesetzes,Gesetze Projekt,Projekts,Projekte Verfahren,Verfahrens,Verfahren Geld,Geldes,- "
        "Problem,Problems,Probleme Urteil,Urteils,Urteile Werk,Werks,Werke Abkommen,Abkommens,Abkommen "
        "Haus,Hauses,Häuser Wasser,Wassers,- Angebot,Angebots,Angebote Ergebnis,Ergebnisses,Ergebnisse "
        "Feuer,Feuers,- Museum,Museums,Museen Konzept,Konzepts,Konzepte Land,Landes,Länder Kind,Kindes,Kinder"
    ).split(),
}
ADJECTIVES = (
    "neu alt deutsch groß klein wichtig zuständig örtlich regional international französisch russisch Berliner "
    "ehemalig früher künftig stellvertretend ukrainisch amerikanisch betroffen geplant umstritten schwer klar"
).split()
STATES = (
    "falsch richtig nötig möglich sicher wichtig unklar gut schlecht schwierig teuer fertig bereit krank offen klar "
    "zufrieden ernst stabil gefährlich notwendig sinnvoll zuversichtlich überzeugt enttäuscht dankbar stolz"
).split()
ADVERBS = (
    "heute gestern morgen jetzt bereits schon noch bald derzeit weiterhin deutlich erneut inzwischen allerdings "
    "zudem wohl vielleicht natürlich wieder sofort zunächst bisher immer längst leider"
).split()
FRAME_ADVERBS = "gestern zudem später weiter dazu außerdem schließlich zunächst heute knapp dann danach erneut".split()


@dataclass(frozen=True)
class Verb:
    """Forms of a verb: infinitive without particle, past and present singular, participle, particle."""

    lemma: str
    past: str
    present: str
    participle: str
    particle: str = ""
    dative: bool = False
    konjunktiv: str = ""

    @property
    def infinitive(self) -> str:
        """The infinitive with its particle."""
        return self.particle + self.lemma

    def past_plural(self) -> str:
        """Return the past plural: *sagten*, *schrieben*."""
        return self.past + ("n" if self.past.endswith("e") else "en")


def verbs(text: str) -> tuple[Verb, ...]:
    """Return the verbs of a list, with their forms between spaces and semicolons between verbs."""
    out = []
    for line in text.split(";"):
        lemma, past, present, participle, *particle = line.split()
        out.append(Verb(lemma, past, present, participle, particle[0] if particle else ""))
    return tuple(out)


SPEECH_VERBS = verbs(
    "sagen sagte sagt gesagt;sagen sagte sagt gesagt;sagen sagte sagt gesagt;erklären erklärte erklärt erklärt;"
    "betonen betonte betont betont;berichten berichtete berichtet berichtet;meinen meinte meint gemeint;"
    "schreiben schrieb schreibt geschrieben;fordern forderte fordert gefordert;warnen warnte warnt gewarnt;"
    "versichern versicherte versichert versichert;bestätigen bestätigte bestätigt bestätigt;"
    "erläutern erläuterte erläutert erläutert;behaupten behauptete behauptet behauptet;"
    "melden meldete meldet gemeldet;glauben glaubte glaubt geglaubt;hoffen hoffte hofft gehofft;"
    "kritisieren kritisierte kritisiert kritisiert;klagen klagte klagt geklagt;rufen rief ruft gerufen;"
    "antworten antwortete antwortet geantwortet;teilen teilte teilt mitgeteilt mit;teilen teilte teilt mitgeteilt mit;"
    "kündigen kündigte kündigt angekündigt an;fügen fügte fügt hinzugefügt hinzu;räumen räumte räumt eingeräumt ein;"
    "geben gab gibt angegeben an;führen führte führt ausgeführt aus;weisen wies weist zurückgewiesen zurück;"
    "geben gab gibt zugegeben zu;stellen stellte stellt klargestellt klar;rechnen rechnete rechnet vorgerechnet vor;"
    "werfen warf wirft eingeworfen ein;geben gab gibt bekanntgegeben bekannt;legen legte legt nachgelegt nach;"
    "vermuten vermutete vermutet vermutet;urteilen urteilte urteilt geurteilt;verlangen verlangte verlangt verlangt;"
    "bekräftigen bekräftigte bekräftigt bekräftigt;unterstreichen unterstrich unterstreicht unterstrichen;"
    "äußern äußerte äußert geäußert;mahnen mahnte mahnt gemahnt;twittern twitterte twittert getwittert;"
    "schätzen schätzte schätzt geschätzt;prophezeien prophezeite prophezeit prophezeit;"
    "begründen begründete begründet begründet;loben lobte lobt gelobt;spotten spottete spottet gespottet;"
    "beklagen beklagte beklagt beklagt;versprechen versprach verspricht versprochen;drohen drohte droht gedroht;"
    "ergänzen ergänzte ergänzt ergänzt;resümieren resümierte resümiert resümiert;finden fand findet gefunden;"
    "fassen fasste fasst zusammengefasst zusammen;sprechen sprach spricht ausgesprochen aus;"
    "halten hielt hält festgehalten fest;heben hob hebt hervorgehoben hervor"
)
COMPLEMENT_VERBS = tuple(v for v in SPEECH_VERBS if v.lemma not in ("rufen", "werfen", "legen", "antworten", "loben"))
CONTROL_VERBS = verbs(
    "versprechen versprach verspricht versprochen;drohen drohte droht gedroht;fordern forderte fordert gefordert;"
    "verlangen verlangte verlangt verlangt;kündigen kündigte kündigt angekündigt an;behaupten behauptete behauptet "
    "behauptet;geben gab gibt angegeben an;empfehlen empfahl empfiehlt empfohlen;planen plante plant geplant;"
    "beteuern beteuerte beteuert beteuert;bestreiten bestritt bestreitet bestritten;versichern versicherte versichert "
    "versichert;hoffen hoffte hofft gehofft;beschließen beschloss beschließt beschlossen"
)
ASK_VERBS = verbs(
    "fragen fragte fragt gefragt;wissen wusste weiß gewusst;prüfen prüfte prüft geprüft;erklären erklärte erklärt "
    "erklärt;sagen sagte sagt gesagt"
)
# verb, auxiliary of its perfect, third person plural present, Konjunktiv I singular
PREDICATES = (
    # transitive
    ("prüfen", "prüft", "prüfen", "prüfe", "geprüft", "prüfte", "haben", "obj"),
    ("unterstützen", "unterstützt", "unterstützen", "unterstütze", "unterstützt", "unterstützte", "haben", "obj"),
    ("verkaufen", "verkauft", "verkaufen", "verkaufe", "verkauft", "verkaufte", "haben", "obj"),
    ("planen", "plant", "planen", "plane", "geplant", "plante", "haben", "obj"),
    ("erhöhen", "erhöht", "erhöhen", "erhöhe", "erhöht", "erhöhte", "haben", "obj"),
    ("verlängern", "verlängert", "verlängern", "verlängere", "verlängert", "verlängerte", "haben", "obj"),
    ("sanieren", "saniert", "sanieren", "saniere", "saniert", "sanierte", "haben", "obj"),
    ("brauchen", "braucht", "brauchen", "brauche", "gebraucht", "brauchte", "haben", "obj"),
    ("verhindern", "verhindert", "verhindern", "verhindere", "verhindert", "verhinderte", "haben", "obj"),
    ("schließen", "schließt", "schließen", "schließe", "geschlossen", "schloss", "haben", "obj"),
    ("kennen", "kennt", "kennen", "kenne", "gekannt", "kannte", "haben", "obj"),
    ("senken", "senkt", "senken", "senke", "gesenkt", "senkte", "haben", "obj"),
    ("verstehen", "versteht", "verstehen", "verstehe", "verstanden", "verstand", "haben", "obj"),
    ("finanzieren", "finanziert", "finanzieren", "finanziere", "finanziert", "finanzierte", "haben", "obj"),
    ("lösen", "löst", "lösen", "löse", "gelöst", "löste", "haben", "obj"),
    ("haben", "hat", "haben", "habe", "gehabt", "hatte", "haben", "obj"),
    ("verändern", "verändert", "verändern", "verändere", "verändert", "veränderte", "haben", "obj"),
    # intransitive
    ("steigen", "steigt", "steigen", "steige", "gestiegen", "stieg", "sein", ""),
    ("sinken", "sinkt", "sinken", "sinke", "gesunken", "sank", "sein", ""),
    ("kommen", "kommt", "kommen", "komme", "gekommen", "kam", "sein", ""),
    ("scheitern", "scheitert", "scheitern", "scheitere", "gescheitert", "scheiterte", "sein", ""),
    ("funktionieren", "funktioniert", "funktionieren", "funktioniere", "funktioniert", "funktionierte", "haben", ""),
    ("beginnen", "beginnt", "beginnen", "beginne", "begonnen", "begann", "haben", ""),
    ("bleiben", "bleibt", "bleiben", "bleibe", "geblieben", "blieb", "sein", ""),
    ("fehlen", "fehlt", "fehlen", "fehle", "gefehlt", "fehlte", "haben", ""),
    ("reichen", "reicht", "reichen", "reiche", "gereicht", "reichte", "haben", ""),
    ("leben", "lebt", "leben", "lebe", "gelebt", "lebte", "haben", ""),
    ("arbeiten", "arbeitet", "arbeiten", "arbeite", "gearbeitet", "arbeitete", "haben", ""),
    ("wachsen", "wächst", "wachsen", "wachse", "gewachsen", "wuchs", "sein", ""),
    ("enden", "endet", "enden", "ende", "geendet", "endete", "haben", ""),
    ("warten", "wartet", "warten", "warte", "gewartet", "wartete", "haben", ""),
)
MODALS = (
    ("müssen", "muss", "müssen", "müsse", "musste"),
    ("sollen", "soll", "sollen", "solle", "sollte"),
    ("können", "kann", "können", "könne", "konnte"),
    ("wollen", "will", "wollen", "wolle", "wollte"),
    ("dürfen", "darf", "dürfen", "dürfe", "durfte"),
)
