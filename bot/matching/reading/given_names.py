"""Given names, as a help where nothing else tells a name: a line of its own, "Ich bin Anna".

A name is found by its place and form first, so that one that isn't listed is found as well.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    aaron abdul abdullah achim adam adrian agnes agnieszka ahmad ahmed ahmet aisha alan albert
    alejandro aleksandar aleksandra alena alessandro alex alexander alexandra alexej alexis alfred
    ali alice alina alisa amanda amelie amina amir ana anastasia andrea andreas andrej andrew
    andrzej angela angelika anita anja anke ann anna annabell anne anneliese annemarie annette
    annika anton antonia antonio arda ariane armin arne arthur artur astrid ayla ayse ayşe barbara
    bartosz bastian beate beatrice ben benedikt benjamin bernd bernhard bettina bianca birgit björn
    boris brian brigitte britta bruno burak can carina carl carla carlos carmen carolin carolina
    caroline carsten catherine cem charlotte chiara chris christa christian christiane christina
    christine christof christoph christopher clara claudia claus clemens corinna cornelia cristina
    dagmar damian dana daniel daniela dario david deborah denis deniz dennis diana diego dieter
    dietmar dilara dimitri dimitrios dirk dmitri dominic dominik dorothea doris ebru eckhard edda
    edgar edith eduard edward ekaterina elena eleni elif elisa elisabeth elizabeth elke ella ellen
    elvira emil emilia emily emine emma emmanuel emre erdal eric erich erik erika ernst erwin esra
    esther eugen eva fabian fabio fatih fatima fatma felix ferdinand fiona florian francesca
    francesco frank franz franziska frederik frieda friedrich fritz gabi gabriel gabriela gabriele
    galina georg george gerald gerd gerda gerhard gertrud giovanni gisela giulia giuseppe gökhan
    grace greta gregor grzegorz guido günter günther gustav hakan hamza hana hanna hannah hannelore
    hannes hans harald harry hartmut hasan hassan heike heiko heinrich heinz helen helena helga
    helmut hendrik henning henri henrik henry herbert hermann hilde holger horst hubert hülya
    hüseyin ibrahim igor ilka ilona ilse ines inga inge ingeborg ingo ingrid irene irina iris isabel
    isabell isabella ismail ivan ivana jacob jacqueline jakob jale james jamila jan jana jane
    janina janine jannik jasmin jason javier jean jelena jendrik jennifer jenny jens jeremy jessica
    jesus jing joachim joana jochen johann johanna johannes john jon jonas jonathan jorge jörg
    jose josé josef josefine joseph joshua juan judith julia julian juliane juliette julius jürgen
    justin justyna jutta kai karim karin karina karl karla karolina karsten katarina katarzyna kate
    katharina kathrin katja katrin kemal kenan kerstin kevin khadija khalid kim kirsten klara klaus
    konrad konstantin kristian kristin kristina krzysztof kurt kwame lara larissa lars laszlo laura
    lea leila lena leo leon leonard leonie leyla liam lidia liesel lilli lina linda lisa li lothar
    louis louisa luca lucas lucia ludwig luis luisa lukas lutz lydia magdalena maike maja
    malgorzata malte mandy manfred manuel manuela mara marc marcel marco marcus mareike maren
    margarete margit margret maria marianne marie marina mario marion marius mark marko markus
    marlene marlies marta martha martin martina marvin mary mateusz mathias mathilda matteo
    matthias matthew max maximilian mehmet melanie melike mercedes merve meryem mia michael michaela
    michal michel michelle mike mila milan milena mirco miriam mirjam mohamed mohammad mohammed
    mona monica monika moritz murat mustafa nadia nadine nadja natalia natalie natascha nathalie
    nele nicholas nick nico nicola nicolas nicole nikita niklas nikola nikolai nils nina noah nora
    norbert nour nuria oksana olaf oleg olena olga oliver olivia omar oskar osman otto özgür özlem
    pablo pamela pascal patricia patrick patrik paul paula paulina pawel pedro peggy peter petra
    philip philipp pia pierre piotr priya rachel rafael raimund rainer ralf ralph ramona raphael
    rashid rebecca recep regina reiner reinhard reinhold renate rene renée ricarda ricardo richard
    rita robert roberto robin roland rolf roman ronald ronja ronny rosa rosemarie roswitha rüdiger
    rudolf ruth ryan sabine sabrina said salim salma samantha samira samuel sandra sara sarah
    sascha scott sebastian selin selina selma sergej serkan sibylle siegfried sigrid silke silvia
    simon simone sina sofia sofie sonja sophia sophie stefan stefanie steffen stephan stephanie
    stephen steve steven susan susanne svea sven svenja svetlana sylvia tamara tanja tariq tatjana
    thanh theo theodor theresa therese thomas thorsten tibor tim timo timothy tina tobias tom
    tomas tomasz torben torsten tristan tuncay udo ulf uli ulla ulrich ulrike ursula ute uwe
    valentin valentina valeria vanessa vera verena veronika victor victoria viktor viktoria vincent
    viola vladimir volker walter waltraud wei werner wiebke wilhelm willi william wojciech wolf
    wolfgang xaver yan yannick yasemin yasin yasmin yildiz yusuf yvonne zeynep zoe zofia
    """.split()
)
