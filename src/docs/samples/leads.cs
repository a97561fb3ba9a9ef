// Send a lead, read all leads, keep a copy of them. .NET 8 or later; nothing to install.
// Make a project with `dotnet new console`, and put this in the place of Program.cs.
//
//   dotnet run send           sends the lead below                                  [[send]]
//   dotnet run list           prints every lead, one a line
//   dotnet run mirror         keeps leads.json up to date until you stop it
//   dotnet run mirror once    brings leads.json up to date and ends
//
// The token is read from the environment variable LEADS_TOKEN.
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

const string baseUrl = "__BASE_URL__";
const int attempts = 5;
var token = Environment.GetEnvironmentVariable("LEADS_TOKEN") ?? "YOUR_API_TOKEN";
using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) }; // longer than `wait` below

try
{
    if (args is ["list"]) await foreach (var lead in AllLeads()) Console.WriteLine(lead.ToJsonString());
    else if (args is ["mirror"] or ["mirror", "once"]) await Mirror(args.Length == 2);
    else if (args is ["send"]) await Send(); // [[send]]
    else Console.WriteLine("Unknown command. See the top of this file.");
    return 0;
}
catch (Exception error) when (error is Refused or HttpRequestException or TaskCanceledException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

// Returns the status and the JSON of the response. Sends again on 429, 500, 503 and lost connections.
async Task<(int Status, JsonNode? Json)> Call(HttpMethod method, string path, string? body = null)
{
    var key = Guid.NewGuid().ToString(); // the same key for every attempt, so that the lead is written once
    for (var attempt = 1; ; attempt++)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, attempt));
        try
        {
            using var request = new HttpRequestMessage(method, baseUrl + path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd("application/json");
            if (method != HttpMethod.Get) request.Headers.Add("Idempotency-Key", key);
            if (body != null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode) return (status, text == "" ? null : JsonNode.Parse(text));
            if (status is not (429 or 500 or 503) || attempt == attempts)
            {
                var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json";
                throw new Refused(status, isProblem ? JsonNode.Parse(text)! : new JsonObject { ["detail"] = text });
            }
            pause = response.Headers.RetryAfter?.Delta ?? pause;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && attempt < attempts)
        {
            // The connection was lost, or the request timed out.
        }
        await Task.Delay(pause);
    }
}

// >>> send
async Task Send()
{
    // The body as JSON. To make it from values: JsonSerializer.Serialize(new { fields = … }).
    var lead = """
__LEAD__
""";
    var (status, stored) = await Call(HttpMethod.Post, "/leads", lead);
    Console.WriteLine($"{status} {stored!["id"]}");
}

// <<< send
async IAsyncEnumerable<JsonNode> AllLeads()
{
    string? cursor = null;
    do
    {
        var (_, page) = await Call(HttpMethod.Get, "/leads?limit=200" + (cursor == null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
        foreach (var lead in page!["data"]!.AsArray()) yield return lead!;
        cursor = (string?)page["next_cursor"];
    } while (cursor != null);
}

async Task Mirror(bool once)
{
    var copy = File.Exists("leads.json") ? JsonNode.Parse(await File.ReadAllTextAsync("leads.json"))!.AsObject() : await ReadAll();
    for (var finished = false; !finished;)
    {
        try
        {
            var cursor = (string)copy["cursor"]!;
            var (_, news) = await Call(HttpMethod.Get, $"/leads/changes?wait={(once ? 0 : 30)}&cursor={Uri.EscapeDataString(cursor)}");
            var leads = copy["leads"]!.AsObject();
            foreach (var change in news!["data"]!.AsArray())
            {
                var id = (string)change!["lead_id"]!;
                if (change["lead"] is JsonNode lead) leads[id] = lead.DeepClone();
                else leads.Remove(id); // it was deleted, or left what this token sees
            }
            finished = once && news["data"]!.AsArray().Count == 0;
            copy["cursor"] = (string)news["next_cursor"]!;
        }
        catch (Refused refused) when ((string?)refused.Problem["code"] == "feed_reset")
        {
            copy = await ReadAll();
        }
        await File.WriteAllTextAsync("leads.json.new", copy.ToJsonString());
        File.Move("leads.json.new", "leads.json", overwrite: true);
    }
    Console.WriteLine($"{copy["leads"]!.AsObject().Count} leads");
}

// Gets the cursor first, then the list. The change feed has everything that changes in between.
async Task<JsonObject> ReadAll()
{
    var (_, news) = await Call(HttpMethod.Get, "/leads/changes?cursor=latest");
    var leads = new JsonObject();
    await foreach (var lead in AllLeads()) leads[(string)lead["id"]!] = lead.DeepClone();
    return new JsonObject { ["cursor"] = (string)news!["next_cursor"]!, ["leads"] = leads };
}

/// An error response: its status, and the problem that says what is wrong.
class Refused(int status, JsonNode problem) : Exception(Words(status, problem))
{
    public JsonNode Problem { get; } = problem;

    static string Words(int status, JsonNode problem)
    {
        var errors = (problem["errors"] as JsonArray ?? []).Select(error => $"\n  {error!["pointer"] ?? error["parameter"]}: {error["detail"]}");
        return $"{status} {problem["code"]}: {problem["detail"]}{string.Concat(errors)}";
    }
}
