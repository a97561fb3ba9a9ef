/** Danish zip codes with their cities. */

const text = `
1050 København K
2000 Frederiksberg
2100 København Ø
2200 København N
2300 København S
2400 København NV
2500 Valby
2600 Glostrup
2605 Brøndby
2610 Rødovre
2620 Albertslund
2630 Taastrup
2650 Hvidovre
2700 Brønshøj
2720 Vanløse
2730 Herlev
2750 Ballerup
2800 Kongens Lyngby
2820 Gentofte
2830 Virum
2840 Holte
2860 Søborg
2900 Hellerup
2950 Vedbæk
2970 Hørsholm
3000 Helsingør
3050 Humlebæk
3200 Helsinge
3300 Frederiksværk
3400 Hillerød
3450 Allerød
3460 Birkerød
3520 Farum
3600 Frederikssund
3650 Ølstykke
3700 Rønne
4000 Roskilde
4100 Ringsted
4180 Sorø
4200 Slagelse
4300 Holbæk
4400 Kalundborg
4600 Køge
4690 Haslev
4700 Næstved
4760 Vordingborg
4900 Nakskov
5000 Odense C
5220 Odense SØ
5230 Odense M
5270 Odense N
5300 Kerteminde
5500 Middelfart
5600 Faaborg
5700 Svendborg
5800 Nyborg
6000 Kolding
6100 Haderslev
6200 Aabenraa
6270 Tønder
6400 Sønderborg
6700 Esbjerg
6710 Esbjerg V
6800 Varde
7000 Fredericia
7100 Vejle
7400 Herning
7430 Ikast
7500 Holstebro
7600 Struer
7620 Lemvig
7700 Thisted
7800 Skive
8000 Aarhus C
8200 Aarhus N
8210 Aarhus V
8220 Brabrand
8230 Åbyhøj
8240 Risskov
8250 Egå
8260 Viby J
8270 Højbjerg
8300 Odder
8400 Ebeltoft
8450 Hammel
8500 Grenaa
8600 Silkeborg
8660 Skanderborg
8680 Ry
8700 Horsens
8800 Viborg
9000 Aalborg
9220 Aalborg Øst
9240 Nibe
9300 Sæby
9400 Nørresundby
9500 Hobro
9600 Aars
9700 Brønderslev
9800 Hjørring
9900 Frederikshavn
9990 Skagen`;

/** Zip code and city. */
export const cities: readonly (readonly [string, string])[] = text
  .trim()
  .split('\n')
  .map((line) => [line.slice(0, 4), line.slice(5)] as const);
