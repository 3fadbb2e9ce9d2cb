# What the customer wrote, and a reply that says otherwise or only seems to.

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Context, Kind
from tonecheck.text import Source

SECONDS = 20.0
FACTS = ("wrong-entity", "contradicted-fact")


def words(library: Library, text: str, context: Context, *rules: str) -> list[str | None]:
    (message,) = read(Source("a.txt", text), Format.PLAIN)
    job = Job(
        replace(prepare(message), kind=Kind.MESSAGE, context=context),
        Ruleset(tuple(library.rules[rule] for rule in rules)),
    )
    return [finding.words for finding in Engine(library).judge([job]).findings]


@pytest.mark.parametrize(
    ("theirs", "ours", "wrong"),
    [
        # what stands beside a sum, a day or a time tells what it is of
        ("I paid a deposit of €150.", "Your deposit of €200 is kept for May.", "€200"),
        ("You charged £30 for cleaning.", "Sorry about the £50 cleaning charge.", "£50"),
        ("We arrive on 14 June.", "We look forward to your arrival on 16 June.", "16 June"),
        ("My appointment is at 10:15.", "Please fast before your appointment at 11:15.", "11:15"),
        ("I rang on Thursday.", "Nobody called you back after you rang on Tuesday.", "Tuesday"),
        ("I cancelled it in March.", "I have found your cancellation from May.", "May"),
        ("The invoice for March is wrong.", "An invoice for April is attached.", "April"),
        ("I'm a customer since 2009.", "You have been with us since 2012.", "since 2012"),
        # how long
        ("It broke after three weeks.", "Sorry that it broke after three days.", "three days"),
        ("It's been out of order for nine days.", "Nobody should wait four days.", "four days"),
        ("I have been waiting for three weeks.", "You waited for 20 days, and I am sorry.", None),
        ("I have waited two weeks.", "Sorry for the wait of over three weeks.", None),
        # what the reply may know better, offer or add
        ("I ordered on 3 March.", "Your parcel left us on 5 March.", None),
        ("It should come on Tuesday.", "Your delivery comes on Monday, a day early.", None),
        ("I paid £40 for the class.", "I have sent back £35; £5 is the bank's fee.", None),
        ("Can I move my appointment on 4 May?", "Your appointment on 6 May is booked.", None),
        ("We arrive on the 14th and leave on 19 June.", "Your arrival on 14 June is fine.", None),
        ("My payment is due on 1 May.", "Your next payment is due on 1 July.", None),
        # a thing for another of its kind
        ("My boots leak.", "I am sorry that your sandals leak.", "sandals"),
        ("I broke my wrist.", "I hope your ankle heals soon.", "ankle"),
        ("My Volvo is due.", "Please leave the keys of your Skoda here.", "Skoda"),
        ("It's our anniversary.", "There will be roses for your birthday.", "birthday"),
        ("The washing machine leaks.", "We will look at the dryer on Monday.", "dryer"),
        ("My boots leak.", "Would you rather have sandals instead?", None),
        ("My knee hurts.", "Warm up your ankles, and rest the knee.", None),
        ("It leaks from the bathroom.", "I have asked the kitchen to turn it off.", None),
        ("My jumper shrank.", "I am sorry that your sweater shrank.", None),
        # too much of one thing
        ("They're too tight.", "I am sorry that they are too big.", "big"),
        ("They're too tight.", "I am sorry that they are too small.", None),
        ("I've waited three months for it.", "Three weeks is far too long.", "Three weeks"),
        ("I've waited three months for it.", "Twelve weeks is far too long.", None),
        ("We are nine.", "It's booked for six people.", "six"),
        ("My boy's 8 on Monday.", "It will fit when he turns nine.", "nine"),
        ("I bought it in Truro.", "The shop in Bath where you bought it has one.", "Bath"),
        ("We're on the 5th floor.", "They carry it up to the 4th floor.", "4th floor"),
        ("We're on the 5th floor.", "They carry it up to the fifth floor.", None),
        ("I bought it in Truro.", "The shop in Bath has one, too.", None),
        ("They're too tight.", "It is too late to change the order.", None),
        # what was asked for
        ("I'd like a refund.", "As you asked, a replacement left us today.", "replacement"),
        ("I'd like an exchange.", "As you asked, a replacement left us today.", None),
        # how many
        ("We are four people.", "I have taken the six of you off the list.", "six"),
        ("Two oak bar stools came.", "All three stools are on their way.", "three"),
        # amid the customer's own words
        ("Please add two gluten-free pizzas.", "I noted three gluten-free pizzas.", "three"),
        ("Stop the paper from 1 to 14 August.", "It is paused from 1 to 24 August.", "24"),
        (
            "I handed it in on Monday at 23:50.",
            "We got what you handed in on Tuesday at 23:50.",
            "Tuesday",
        ),
        (
            "The lift is stuck on the third floor.",
            "The lift stuck on the fifth floor is ours.",
            "fifth floor",
        ),
        ("Please help Mrs Adler in flat 12.", "I have rung Mrs Adams in flat 12.", "Adams"),
        ("It ran on Monday at 9.", "On Tuesday at 9 we can offer a seat instead.", None),
        ("It is for Minecraft Java 10.", "Please look at the page of Minecraft Bedrock 10.", None),
        # in figures
        ("The 2,400 points are missing.", "I have added the 4,200 points.", "4,200"),
        ("We had the 250 Mbit line.", "A router for your 100 Mbit line leaves today.", "100 Mbit"),
        ("I ordered 240 cm.", "A rail of 260 cm, as you ordered, goes out.", "260 cm"),
        ("My KX-200 drips.", "I am sorry that your KX-300 drips.", "KX-300"),
        ("She turns 90.", "We noted the flowers for her 80th birthday.", "80"),
        ("I want a desk of 140 cm at most.", "The desk is 135 cm wide.", None),
        # the only one of a kind
        ("My wallet is lost. It is brown.", "Good news: the black wallet is here.", "black"),
        ("I paid by card.", "Thank you for your payment by bank transfer.", "bank transfer"),
        ("I paid by card.", "I sent the money back by bank transfer.", None),
        ("I paid £30 in cash at the till.", "I have found your card payment.", "card"),
        ("I paid with a gift card.", "The PayPal payment is in our books.", "PayPal"),
        (
            "I paid it by card.",
            "You get it back on Monday, since you paid by transfer.",
            "transfer",
        ),
        ("I paid by bank transfer, not by card.", "Your bank transfer payment is here.", None),
        ("I paid with a gift card.", "The gift card is used up, the card payment is new.", None),
        ("I moved from Bonn to Kassel.", "The bill for your flat in Bremen is here.", "Bremen"),
        ("Update the delivery address.", "I have updated the billing address.", "billing"),
        # its figures, whatever they are called, with the digits mixed up or one mistaken
        ("Is 3381 on time?", "Train 3831 leaves at noon.", "3831"),
        ("It stops in 4.2.7.", "Release 4.7.2 has that fault.", "4.7.2"),
        ("It cost £46.80, and you sent back £40.10.", "I see the £64.80 you paid.", "64.80"),
        ("The meter shows 20417.", "I have put down 20477.", "20477"),
        ("The code is 5163, isn't it?", "It is 5136.", None),
        ("My code 5163 fails.", "Please try 5136 instead.", None),
        ("I was born in 1961.", "The house was built in 1971.", None),
        ("Seat C114 was ours.", "A114 is yours again.", "A114"),
        ("You sent a cheque of 73.20.", "The cheque for £732 was cashed.", "732"),
        ("The lamp is £732.", "The deposit of ten per cent is £73.20.", None),
        ("The walk is on the 31st.", "You are off the 13th, and on the 15th.", "13th"),
        ("I have version 5.3.", "Version 3.5, which you have, is too old.", "3.5"),
        ("My flight is on Wed the 19th.", "In time for your flight on Monday the 19th.", "Monday"),
        ("We come on Fri the 19th.", "On Saturday the 20th we are closed.", None),
        # what is in order
        ("The jug is fine, the bowl is cracked.", "A new jug leaves us today.", "jug"),
        ("Left ear is dead, right one plays on.", "We will replace the right one.", "right"),
        ("The hob works fine. The fan does not.", "Sam will repair the hob at ten.", "hob"),
        ("Two of six glasses broke, the other four are fine.", "I replaced the four.", "four"),
        ("The jug is fine, the bowl is cracked.", "I'm glad the jug is safe.", None),
        ("The jug is fine, the bowl is cracked.", "A new bowl leaves us today.", None),
        ("The jug is lovely. Can I have a new lid?", "A new jug and lid leave us today.", None),
        ("The oven's fine, but the hob is dead.", "As there's no oven, Kim comes today.", "oven"),
        ("The oven's fine, but the hob is dead.", "There's no need to buy a new oven.", None),
        ("Leo is ill. Mia is well and comes.", "Mia has been excused until Friday.", "Mia"),
        ("Leo is ill. Mia is well and comes.", "Leo has been excused until Friday.", None),
        # what came, and what never did
        ("The roses came today!", "I'm sorry the roses haven't arrived.", "haven't arrived"),
        (
            "It did get here, dry and whole.",
            "As it never arrived, you pay nothing.",
            "never arrived",
        ),
        (
            "Your man never came on Tuesday.",
            "Sorry that he came so late on Tuesday.",
            "came so late",
        ),
        ("The roses came, but the card hasn't.", "Sorry that the card hasn't arrived.", None),
        ("The roses came today, a day late.", "Sorry that they hadn't come on Monday.", None),
        ("The roses came, one vase is missing.", "Sorry that it has not arrived.", None),
        ("Your man never came, and rang late.", "Sorry that he rang so late.", None),
        ("The roses came today.", "Sorry that the card for the roses hasn't arrived.", None),
        ("It came on Monday. Can I have the bill?", "The bill has not arrived here.", None),
        (
            "The parcel was lost. It has come!",
            "The parcel has still not arrived.",
            "has still not arrived",
        ),
        ("Did it come? I'm away.", "It has not arrived yet.", None),
        ("It came. I wonder when the bill does.", "If it has not arrived by May, write.", None),
        # what was refused
        ("Post it to the office, not to my flat.", "It will be posted to your flat.", "flat"),
        ("I need zinc rather than brass hooks.", "The brass hooks are sent.", "brass"),
        ("I'd like a swap, I don't want a voucher.", "I have sent you a voucher.", "voucher"),
        ("Tuesday's no good for me.", "The visit is now set for Tuesday.", "Tuesday"),
        ("Please pause it, not cancel it.", "It is now cancelled.", "cancelled"),
        ("I never asked for a visit.", "I've booked the visit, as you asked.", "visit"),
        ("dont want a refund, just a working one", "Your refund is booked.", "refund"),
        (
            "Three dozen rolls, no sesame this time.",
            "Three dozen sesame rolls come to £9.",
            "sesame",
        ),
        ("I want cover abroad but not for the car.", "It will be for you and the car.", "car"),
        (
            "I'd like a working kettle, not my money.",
            "We send the sum back to your card.",
            "send the sum back to your card",
        ),
        (
            "I'd like to rest my plan in June, not end it.",
            "Your plan is now cancelled.",
            "cancelled",
        ),
        ("I'm no expert, thanks.", "The expert will ring you.", None),
        ("I didn't order the blue one.", "I have sent you a label for the blue one.", None),
        ("No sugar, please.", "I have told them: no sugar.", None),
        ("Post it to the office, not to my flat.", "It will go to the office.", None),
        ("Post it to the office, not to my flat.", "It will not go to your flat.", None),
        ("I could not log in.", "You can now log in again.", None),
        # what came in place of what was ordered
        ("You sent teal and I ordered plum.", "The teal lamp you ordered is here.", "teal"),
        ("It's the teal one and I chose plum.", "The van brings it in teal on Monday.", "teal"),
        (
            "I had changed the address to my office. It went to our flat instead.",
            "You had asked for it to go to your flat.",
            "flat",
        ),
        ("You sent teal and I ordered plum.", "The plum lamp you ordered is on its way.", None),
        ("You sent teal and I ordered plum.", "The van takes the teal one back on Monday.", None),
        ("You sent teal and I ordered plum.", "Sorry that we sent teal, and not plum.", None),
        ("It's a letter and I wanted a call.", "A letter is on its way, as well as a call.", None),
        # which way
        (
            "We fly from Oslo to Turin.",
            "I have booked you from Turin to Oslo.",
            "from Turin to Oslo",
        ),
        (
            "I ordered the 6 but got the 9.",
            "It is changed from the 6 to the 9.",
            "from the 6 to the 9",
        ),
        ("It says 2014. I joined in 2015.", "I changed it from 2015 to 2014.", "from 2015 to 2014"),
        ("We fly from Oslo to Turin and back.", "From Turin to Oslo all is well.", None),
        ("It says 2014. I joined in 2015.", "I changed it from 2014 to 2015.", None),
        # the only one of a kind on either side
        ("There is cod in my wrap.", "Sorry for the trout in your lunch.", "trout"),
        ("I hired a hatchback.", "The convertible you hired is in bay 4.", "convertible"),
        ("We're on the third floor.", "Jo brings it to the fifth floor.", "fifth floor"),
        ("I paid with PayPal.", "The money is on your credit card tonight.", "credit card"),
        ("Our tickets are for the matinée.", "The evening show is paid.", "evening show"),
        ("My lily has brown leaves.", "Your fern needs more light.", "fern"),
        ("There is cod in my wrap.", "We also make a trout wrap.", None),
        ("There is cod in my wrap.", "Our trout wraps have no nuts.", None),
        ("There is cod in my wrap.", "Would you like trout?", None),
        ("There is cod in my wrap and my son has the trout.", "The trout is fresh.", None),
        ("I hired a hatchback.", "I have found a convertible for you.", None),
        ("I paid by card.", "The £9 goes back by bank transfer.", None),
        ("I don't want a voucher.", "Your refund left us today.", None),
        ("My lily has brown leaves.", "The fern likes shade.", None),
        # people with a title
        ("The box is for Ms Ada Lindt.", "Sam takes it over to Ms Lundt.", "Lundt"),
        ("Dr Reed saw my mother.", "I have asked Dr Rowe for the notes.", "Rowe"),
        ("Dr Reed saw my mother.", "Our Dr Rowe has looked at the notes.", None),
        ("Dr Reed saw my mother.", "Dr Reed and Dr Rowe were both in.", None),
        ("Mr Reed saw my mother.", "Mrs Rowe was at the desk.", None),
        # relatives and animals
        ("My sister drives it.", "We noted that your mother drives it.", "mother"),
        ("My husband mended it.", "Please thank your brother-in-law.", "brother-in-law"),
        ("Our rabbit limps.", "Bring your cat in at ten.", "cat"),
        ("My parents are coming.", "There is a chair for your mother.", None),
        ("My husband and our two kids come.", "A seat for your son is booked.", None),
        ("My mother-in-law likes it.", "Greetings to your mother-in-law.", None),
        ("My sister drives it.", "You or your mother may drive it.", None),
        # which end, which side
        ("The rear light is out.", "Kim will mend the front light.", "front"),
        ("I stand at the north gate.", "The south gate opens at six.", "south"),
        ("The passenger side door sticks.", "The driver's side door is noted.", "driver's"),
        ("The rear light is out.", "Our shop has a front door and a yard.", None),
        # when, how long and with whom
        ("I sent it three weeks ago.", "Your money left us ten minutes ago.", None),
        ("You came on Tuesday.", "Kim can be with you on Thursday at noon.", None),
        ("Tea for four people at six.", "See you at six, all five of you.", None),
        # what is newly given, and words that name no thing of the customer's
        ("Room 412 was loud.", "Room 207 is ready for you now.", None),
        (
            "There's no coach 3 for our seats in coach 3 seat 18.",
            "You now have coach 5, seat 44.",
            None,
        ),
        ("Can I swap the rug of order 7713?", "Order 8120 is for the blue rug.", None),
        ("Where is the rug of order 7713?", "Order 8120 left us today.", "8120"),
        ("Interest is missing in my savings book.", "Checking that is what I am here for.", None),
        ("I told him you're working but the tap leaks.", "Do send him round.", None),
        ("We need the hall for a week from 8 June.", "The hall for a week is €74.", None),
        (
            "The left-hand door is fine, the right-hand one has no knob.",
            "A knob for the right-hand door is in the post.",
            None,
        ),
    ],
)
def test_a_wrong_fact_is_told_from_news(
    library: Library, theirs: str, ours: str, wrong: str | None
) -> None:
    found = words(library, ours, Context(in_reply_to=theirs), *FACTS)
    assert found == ([] if wrong is None else [wrong])


@pytest.mark.parametrize(
    ("name", "theirs", "ours", "wrong"),
    [
        # a title that is not for that given name
        ("Claire Whitlock", "Where is it?", "Dear Mr Whitlock,", "Mr Whitlock"),
        ("Thomas Berg", "Where is it?", "Dear Ms Berg,", "Ms Berg"),
        ("Andrea Rossi", "Where is it?", "Dear Mr Rossi,", None),
        ("Berg, Thomas", "Where is it?", "Dear Mr Berg,", None),
        # another name below the greeting
        ("Claire Bell", "Where is it?", "Hi Claire,\n\nThanks again, Laura.", "Laura"),
        ("Claire Bell", "Where is it?", "Hi Claire,\n\nThanks to my colleague, Laura.", None),
        ("Claire Bell", "Yours, Laura", "Hi Claire,\n\nThanks again, Laura.", None),
        # somebody else in the customer's message
        ("Claire Bell", "I spoke to Sandra on Monday.", "Hi Sandra,", "Sandra"),
        ("Claire Bell", "My wife Monika bought it.", "Hi Monika,", "Monika"),
        ("Claire Bell", "My wife Monika bought it. Monika and Claire", "Hi Monika,", None),
        ("Claire Bell", "Sandra here, I have no lamp.", "Hi Sandra,", None),
        (
            "Claire Bell",
            "The man from your shop, Sandro Pell, promised it.",
            "Hi Sandro,",
            "Sandro",
        ),
        ("Claire Bell", "Hilde asks me for it every day.", "Dear Hilde,", "Hilde"),
        ("Claire Bell", "Everybody calls me Bunny.", "Hi Bunny,", None),
        ("Claire Bell", "Please write my name as Klara Bell.", "Dear Klara,", None),
        ("Claire Bell", "where is it? thx, bunny", "Hi Bunny,", None),
        # a title that the customer bears, before the name or behind it
        (None, "Where is it?\n\nRegards\nT. Bell (Mrs)\nOrchard End", "Dear Mr Bell,", "Mr Bell"),
        (None, "Where is it?\n(Miss) Ada Bell", "Dear Mrs Bell,", "Mrs Bell"),
        (None, "Where is it?\n(Mrs) Ada Bell", "Dear Ms Bell,", None),
        (None, "Where is it?\nDr. Ada Bell", "Dear Ms Bell,", "Ms Bell"),
        ("Tom Bell", "A parcel for Mrs Bell came.", "Dear Mr Bell,", None),
        ("Mr and Mrs Bell", "Where is it?", "Dear Mrs Bell,", None),
        ("Mr and Mrs Bell", "Where is it?", "Dear Mrs Boll,", "Boll"),
        # a family name called as a given one, and the other way round
        ("Cormac Dillon", "Where is it?", "Hi Dillon,", "Dillon"),
        ("Sarah James", "Where is it?", "Dear James,", "James"),
        ("Jean Paul", "Where is it?", "Dear Paul,", None),
        ("Alistair Graham", "Where is it?", "Dear Mr Alistair,", "Alistair"),
        ("Zhang Wei", "Where is it?", "Dear Mr Zhang,", None),
        ("Zhang Wei", "Where is it? (family name is Zhang)", "Dear Mr Wei,", "Wei"),
        # of a whole name both words are the customer's
        ("Siân Pell", "Where is it?", "Dear Siobhan Pell,", "Siobhan Pell"),
        ("Ana Ruiz", "Where is it?", "Dear Ana Perez,", "Ana Perez"),
        ("Ana Maria Ruiz", "Where is it?", "Dear Ana Ruiz,", None),
        ("Ana Ruiz", "Where is it?", "Dear Colonel Ruiz,", None),
        ("Ana Ruiz", "Where is it?", "Hej Ana,", None),
        # called without a greeting
        ("Anders", "Where is it?", "Andreas, we're sorry.", "Andreas"),
        ("Anders Berg", "Where is it?", "Thank you Mr Borg.", "Borg"),
        ("Anders", "Where is it?", "Thanks Anders, Andreas will bring it.", None),
        ("Anders", "Where is it?", "Andreas, our driver, is on his way.", None),
        ("Anders", "Where is it?", "It comes with our man in Ghent, Andreas.", None),
        # letters of other alphabets' own
        ("Işıl Kaya", "Where is it?", "Hi Aysel,", "Aysel"),
        # ks and x
        ("Aleksandra Nowak", "Where is it?", "Hi Alex,", None),
        # the name that the customer only says
        (None, "This is Katarzyna Nowak. Where is it?", "Dear Katharina,", "Katharina"),
        (None, "Hi! It's Niamh from the flower shop.", "Hi Naimh,", "Naimh"),
        (None, "hi its Mrs Dunne, no heating", "Dear Mrs Dunn,", "Dunn"),
        (None, "Mira here from room 12. No towels.", "Hi Mara,", "Mara"),
        (None, "Mira Costa, room 12. No towels.", "Hi Mara,", "Mara"),
        (None, "I'm German, does it work there?", "Hi Laura,", None),
        (None, "This is Absolutely Awful. Where is it?", "Hi Laura,", None),
    ],
)
def test_a_wrong_name_is_told_from_another_way_to_call_the_customer(
    library: Library, name: str | None, theirs: str, ours: str, wrong: str | None
) -> None:
    context = Context(in_reply_to=theirs, customer_name=name)
    text = f"{ours}\n\nIt is on its way.\n\nBest wishes,\nSam"
    assert words(library, text, context, "name-mismatch") == ([] if wrong is None else [wrong])


@pytest.mark.parametrize(
    ("theirs", "ours", "asked"),
    [
        # what was done already
        ("I've tried two cables.", "Have you tried a different cable?", True),
        ("The router drops out. I have restarted it.", "Please restart your router.", True),
        ("I've deleted and reinstalled the app.", "Could you try reinstalling the app?", True),
        ("I've reset it twice.", "Have you tried resetting the device?", True),
        ("I've contacted the courier.", "Have you contacted the courier?", True),
        ("I tried the red cable.", "Have you tried another cable?", False),
        ("I've restarted the router.", "Please restart the router once more tonight.", False),
        ("I've updated the app.", "Please update the app to version 5.", False),
        ("I checked the box.", "Have you checked the lid?", False),
        ("I haven't restarted it.", "Please restart it.", False),
        ("It runs in Chrome.", "Could you try clearing your browser's cache?", False),
        # when somebody can come, and how long they stay
        ("I'm at home on Tuesday and Friday.", "When would be a good time for you?", True),
        ("I'm free on Tuesday, all day.", "When would a visit suit you?", True),
        ("I'm free on Tuesday.", "When else would suit you?", False),
        ("I'm free on Tuesday.", "Tuesday it is. What time would suit you?", False),
        ("Five nights from 3 May, please.", "How many nights would you like to stay?", True),
        # where, who, what, how much
        ("I bought it in your Leeds shop.", "Where did you buy it?", True),
        ("I spoke to Marta on Monday.", "Do you remember who you spoke to?", True),
        ("The left hinge is broken.", "Which part is broken?", True),
        ("The parcel is broken.", "Which part is broken?", False),
        ("I was charged £50.", "Could you tell me how much you were charged?", True),
        ("I paid £40.", "How much did you pay for the postage?", False),
        ("We can spend up to 120 euros.", "May I ask what your budget is?", True),
        ("My meter reading is 20417.", "Please send us your meter reading.", True),
        ("My car is AB12 CDE.", "What is the registration of your car?", True),
        ("I still have the receipt.", "Do you still have the receipt?", True),
        ("I fly from Athens to Oslo on 3 June.", "Could you tell me your travel date?", True),
        ("A table for two on Friday at eight.", "For what time should I put you down?", True),
        ("Pepe (Labrador, 7 years) limps.", "Please tell us how old he is.", True),
        # when, where and for how long it was
        ("We moved in on 1 May.", "When did you move in?", True),
        ("We moved in on 1 May.", "At what time did you move in?", False),
        ("The film started at 20:15, half an hour late.", "When did the film start?", True),
        ("I parked in the yard behind the church.", "Where did you park?", True),
        ("We stayed in Bergen for nine days.", "How long did you stay?", True),
        ("My pass is valid until August.", "When is your pass valid?", True),
        ("I booked through your website.", "How did you book?", True),
        ("I booked on Monday.", "How did you book?", False),
        ("Does my flight land at 14:20?", "When does your flight land?", False),
        ("It's my father's 70th, so we want a table.", "What is the occasion?", True),
        # what is wished
        ("Please send my money back.", "What would you like us to do?", True),
        ("I'd like a refund or a new one.", "What would you like us to do?", False),
    ],
)
def test_what_the_customer_told_need_not_be_asked(
    library: Library, theirs: str, ours: str, *, asked: bool
) -> None:
    assert bool(words(library, ours, Context(in_reply_to=theirs), "asks-for-known")) is asked


@pytest.mark.parametrize(
    ("theirs", "ours", "known"),
    [
        ("My username is quillfish.", "What is your username?", True),
        ("Request id 9f3c-77ab failed.", "Could you give me the id of the request?", True),
        ("There are no lights on it.", "Are there any lights on it?", True),
        ("I'd like option A.", "Would you like option A or option B?", False),
        ("I use Android.", "Are you on an iPhone or an Android?", True),
        ("I want my money back, no voucher.", "Would you like a refund or a voucher?", True),
        ("We could take a refund or a voucher.", "Would you like a refund or a voucher?", False),
        ("Please keep my order 5512.", "Please keep your order number at hand.", False),
        ("My case is 23 kg.", "How heavy is your case?", True),
        ("My case is blue.", "How heavy is your case?", False),
        ("I live at 12 Elm Road.", "Is your address still 12 Elm Road?", False),
    ],
)
def test_what_is_asked_for_is_looked_for_by_its_kind(
    library: Library, theirs: str, ours: str, *, known: bool
) -> None:
    text = f"Hello,\n\nThank you for writing. {ours}\n\nSam"
    found = words(library, text, Context(in_reply_to=theirs), "asks-for-known")
    assert bool(found) is known


def test_what_is_called_something_is_found_among_thousands_in_time(library: Library) -> None:
    theirs = " ".join(f"My lamp is {n} and my code is {n}." for n in range(2000))
    theirs += " My username is blue."
    ours = " ".join(f"Please send me your number {n}." for n in range(1000))
    context = Context(in_reply_to=theirs)
    start = time.process_time()
    words(library, ours, context, "asks-for-known")
    assert time.process_time() - start < SECONDS
    assert words(library, "Please tell me your username.", context, "asks-for-known")
